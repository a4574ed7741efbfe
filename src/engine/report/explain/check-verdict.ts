import { type Check, holdsIn, wordsIn } from "./check.ts";
import type { Derivation } from "./derivation.ts";

/** A verdict from its comparisons, from the verdicts below it, or from what came before the figure. */
export const checkVerdict: Check = (node) => {
  if (node.operation.kind !== "verdict") return "a verdict";
  const follows = verdictOf(node);
  return follows === null || wordsIn(node.value) === follows ? null : follows;
};

/** What follows; null where another rule decided and nothing can be said. */
function verdictOf(node: Derivation): string | null {
  if (node.operation.kind !== "verdict") return null;
  const { by, otherwise } = node.operation;
  const [first] = node.children;
  const decided = otherwise ?? "a rule that says so";
  switch (by) {
    case "another rule":
      return null;
    case "target":
      return byTarget(node);
    case "steps":
      return worstOf(belowIt(node));
    case "few records":
      return node.children.filter(isComparison).every(holdsIn) ? decided : "not fewer than agreed";
    case "completeness":
      return holdsIn(first) ? "as much known as agreed" : decided;
    case "bounds":
      return new Set(belowIt(node)).size > 1 ? decided : (belowIt(node)[0] ?? "verdicts at both ends");
    case "no figure":
      return first?.value.kind === "nothing" ? decided : "a figure";
  }
}

const isComparison = ({ operation }: Derivation): boolean => operation.kind === "compare";

const belowIt = ({ children }: Derivation): string[] =>
  children.flatMap(({ operation, value }) => (operation.kind === "verdict" ? [wordsIn(value) ?? ""] : []));

/** Met at the expected mark, at minimum at the other, else missed; the ends of what is possible say the same. */
function byTarget(node: Derivation): string {
  if (node.operation.kind !== "verdict") return "";
  const { marks } = node.operation;
  const comparisons = node.children.filter(isComparison);
  const first = marks.findIndex((_, index) => holdsIn(comparisons[index]));
  const reached = marks[first];
  const verdict = first < 0 ? "missed" : reached === "minimum" && marks.includes("expected") ? "at minimum" : "met";
  const turned = belowIt(node).find((each) => each !== verdict);
  return turned === undefined ? verdict : `undecided between ${verdict} and ${turned}`;
}

/** Every step must hold: the worst of them stands. */
const fromWorst: readonly string[] = ["missed", "held", "undetermined", "at minimum", "met", "not rated"];
const worstOf = (verdicts: readonly string[]): string =>
  fromWorst.find((each) => verdicts.includes(each)) ?? "not rated";
