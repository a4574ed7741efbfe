import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../../../../scripts/laws.ts";
import { fraction } from "../../number/fraction.ts";
import { instant } from "../../time/instant.ts";
import { london } from "../fixture/example-contract.ts";
import { localTime } from "../words/dates.ts";
import { figureText } from "../words/figure.ts";
import { checkDerivation } from "./check-derivation.ts";
import { type Derivation, type Exact, nodesOf } from "./derivation.ts";
import { explainClock } from "./explain-clock.ts";
import { explainResult } from "./explain-result.ts";
import { clockCase } from "./fixture/example-clock.ts";
import { storyContext, storyResult } from "./fixture/example-story.ts";
import { randomClock } from "./fixture/random-clock.ts";
import { randomResults } from "./fixture/random-result.ts";

/** Another value of the same kind, as near as can be. */
function flipped(value: Exact): Exact {
  switch (value.kind) {
    case "number": {
      const [n = "0", d = "1"] = value.exact.split("/");
      return { ...value, exact: `${BigInt(n) + 1n}/${d}` };
    }
    case "instant":
      return { ...value, at: value.at + 1 };
    case "words":
      return { ...value, words: opposites[value.words] ?? `${value.words} not` };
    case "nothing":
      return { kind: "number", unit: "number", exact: "0/1" };
  }
}

const opposites: Readonly<Record<string, string>> = {
  holds: "does not hold",
  "does not hold": "holds",
  "in time": "late",
  late: "in time",
  good: "not good",
  "not good": "good",
  met: "missed",
  missed: "met",
  running: "paused",
};

/** The text of a value, so that a lie is told consistently. */
function textOf(value: Exact, text: string): string {
  if (value.kind === "words") return value.words;
  if (value.kind === "instant") return localTime(london, instant(value.at));
  if (value.kind === "nothing") return text;
  const [n = "0", d = "1"] = value.exact.split("/");
  return figureText(value.unit, fraction(BigInt(n), BigInt(d)), { places: 6, half: "up", not: [] });
}

/** A tree with the node at a place (in the order of `nodesOf`) changed. */
function changed(root: Derivation, place: number, change: (node: Derivation) => Derivation): Derivation {
  let next = 0;
  const walk = (node: Derivation): Derivation => {
    const here = next === place;
    next += 1;
    const own = here ? change(node) : node;
    return { ...own, children: own.children.map(walk) };
  };
  return walk(root);
}

const lie = (node: Derivation): Derivation => ({ ...node, value: flipped(node.value) });
const consistentLie = (node: Derivation): Derivation => {
  const value = flipped(node.value);
  return { ...node, value, text: textOf(value, node.text) };
};

/** Leaves that come from records, the agreement or people, and titles: nothing in the tree is made of some of them. */
const isLeaf = ({ operation }: Derivation): boolean => ["given", "event", "choice", "heading"].includes(operation.kind);

const found = (tree: Derivation): boolean => checkDerivation(tree).differences.length > 0;

/** Every node of a tree that can be changed without being found. */
const unnoticed = (tree: Derivation, change: (node: Derivation) => Derivation): readonly Derivation[] =>
  nodesOf(tree).filter((_, place) => !found(changed(tree, place, change)));

const titles = (nodes: readonly Derivation[]): readonly string[] => nodes.map(({ id, title }) => `${id} ${title}`);

describe("laws", () => {
  test("any one value of a clock changed alone is found", () => {
    const law = fc.property(randomClock, (asked) => {
      expect(titles(unnoticed(explainClock(clockCase(asked)), lie))).toEqual([]);
    });
    fc.assert(law, { numRuns: tries(15) });
  });

  test("any one value of a result changed alone is found", () => {
    const law = fc.property(randomResults, ({ results, context }) => {
      for (const result of results.slice(0, 1)) {
        const tree = explainResult(result, { ...context, show: 2 });
        expect(titles(unnoticed(tree, lie))).toEqual([]);
      }
    });
    fc.assert(law, { numRuns: tries(15) });
  });

  test("a value changed together with its text is found wherever anything was recomputed", () => {
    const law = fc.property(randomResults, randomClock, ({ results, context }, asked) => {
      const trees = results.slice(0, 1).map((result) => explainResult(result, { ...context, show: 2 }));
      for (const tree of [...trees, explainClock(clockCase(asked))]) {
        const hidden = unnoticed(tree, consistentLie).filter((node) => !isLeaf(node));
        expect(titles(hidden)).toEqual([]);
      }
    });
    fc.assert(law, { numRuns: tries(10) });
  });
});

const shareTree = (): Derivation => explainResult(storyResult(), { ...storyContext, show: 3 });

describe("a tree told wrongly", () => {
  const withId = (id: string, change: (node: Derivation) => Derivation): Derivation => {
    const tree = shareTree();
    return changed(
      tree,
      nodesOf(tree).findIndex((node) => node.id === id),
      change,
    );
  };

  test("a missing record is found in its group", () => {
    const first = nodesOf(shareTree()).find(({ operation }) => operation.kind === "count");
    const tree = withId(first?.id ?? "", (node) => ({ ...node, children: node.children.slice(1) }));
    expect(checkDerivation(tree).differences).toEqual([
      { id: first?.id, title: "In time", says: "9/1 number", follows: "8/1" },
    ]);
  });

  test("a figure rounded the other way is found", () => {
    // 9 / 10 is 90.00 %, not 90.01 %
    const tree = withId("incident-resolution/figure/rounded", (node) => ({
      ...node,
      value: { kind: "number", unit: "share", exact: "9001/10000" },
      text: "90.01 %",
    }));
    expect(checkDerivation(tree).differences.map(({ follows }) => follows)).toContain("9000/10000");
  });

  test("two nodes with one id are found", () => {
    const tree = withId("incident-resolution/good", (node) => ({ ...node, id: "incident-resolution/not good" }));
    expect(checkDerivation(tree).differences.map(({ follows }) => follows)).toContain("each id once");
  });
});

test("the tree is plain data", () => {
  const tree = shareTree();
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
  expect(checkDerivation(JSON.parse(JSON.stringify(tree)) as Derivation)).toEqual(checkDerivation(tree));
});
