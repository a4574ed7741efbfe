import { type Check, saidBy, type Tree } from "./check.ts";
import { checkFigure } from "./check-figure.ts";
import { checkText } from "./check-text.ts";
import { checkTime } from "./check-time.ts";
import { checkWords } from "./check-words.ts";
import { type Derivation, nodesOf } from "./derivation.ts";

/** A node whose value does not follow from its children. */
export interface Difference {
  readonly id: string;
  readonly title: string;
  /** What the tree says, and what follows from the children. */
  readonly says: string;
  readonly follows: string;
}

/** How many values were recomputed, and those that do not follow. */
export interface Checked {
  readonly values: number;
  readonly differences: readonly Difference[];
}

/**
 * Recomputes every node of a derivation from its children with arithmetic of its own: sums, counts, ratios, roundings,
 * comparisons, lengths, unions of time, percentiles, judgements and verdicts; and reads every text back.
 * It needs nothing but the tree: no records, no calendars, no code that made the figures.
 */
export function checkDerivation(root: Derivation): Checked {
  const nodes = nodesOf(root);
  const tree: Tree = { nodes: new Map(nodes.map((node) => [node.id, node])) };
  const differences = nodes.flatMap((node) => {
    const follows = checkNode(node, tree);
    return follows === null ? [] : [{ id: node.id, title: node.title, says: saidBy(node.value), follows }];
  });
  const twice = nodes.length - tree.nodes.size;
  const ids = twice === 0 ? [] : [{ id: root.id, title: root.title, says: `${twice} ids`, follows: "each id once" }];
  return { values: nodes.length, differences: [...ids, ...differences] };
}

function checkNode(node: Derivation, tree: Tree): string | null {
  return checkText(node) ?? checkOperation(node, tree);
}

const checkOperation: Check = (node, tree) => {
  switch (node.operation.kind) {
    case "heading":
    case "given":
    case "event":
      return null;
    case "choice":
      return node.value.kind === "words" ? null : "words";
    case "same":
      return sameAs(node, tree.nodes.get(node.operation.as));
    case "verdict":
    case "compare":
    case "judgement":
    case "record":
    case "count":
      return checkWords(node, tree);
    case "length":
    case "counted time":
    case "service time":
    case "union":
    case "due":
    case "history":
      return checkTime(node, tree);
    default:
      return checkFigure(node, tree);
  }
};

function sameAs(node: Derivation, other: Derivation | undefined): string | null {
  if (!other) return "a node of the tree";
  return saidBy(node.value) === saidBy(other.value) && node.value.kind === other.value.kind
    ? null
    : saidBy(other.value);
}
