import { type Check, holdsIn, wordsIn } from "./check.ts";
import { checkVerdict } from "./check-verdict.ts";
import { type Derivation, type Exact, said } from "./derivation.ts";
import { numberIn, order, own } from "./own-number.ts";

/** Recomputes words that follow from numbers, instants and other words. */
export const checkWords: Check = (node, tree) => {
  switch (node.operation.kind) {
    case "compare":
      return comparisonOf(node);
    case "judgement":
      return judgementOf(node);
    case "record":
      return recordOf(node);
    case "count":
      return countOf(node, node.operation.of);
    case "verdict":
      return checkVerdict(node, tree);
    default:
      return "an operation on words";
  }
};

const unless = (node: Derivation, words: string): string | null => (wordsIn(node.value) === words ? null : words);

function comparisonOf(node: Derivation): string | null {
  const [left, right] = node.children;
  const sign = left && right ? signOf(left.value, right.value) : null;
  if (sign === null || node.operation.kind !== "compare") return "two values of one kind";
  const holds = {
    "at least": sign >= 0,
    "at most": sign <= 0,
    "less than": sign < 0,
    "more than": sign > 0,
  }[node.operation.direction];
  return unless(node, holds ? said.holds : said.fails);
}

function signOf(left: Exact, right: Exact): number | null {
  if (left.kind === "instant" && right.kind === "instant") return Math.sign(left.at - right.at);
  const [a, b] = [numberIn(left), numberIn(right)];
  return a && b ? order(a, b) : null;
}

/** In time where the comparison holds; the instant is where the counted time ends, or its last second begins. */
function judgementOf(node: Derivation): string | null {
  const [compare, instant] = node.children;
  if (!compare || instant?.value.kind !== "instant" || node.operation.kind !== "judgement")
    return "a comparison and an instant";
  const { at } = node.operation;
  const expected = instantOf(compare, at);
  if (expected !== null && instant.value.at !== expected) return `judged at ${expected}`;
  const inTime = holdsIn(compare);
  if (at === "first second over" && (inTime || !lastSecondDecides(compare)))
    return "the first second over the time allowed";
  return unless(node, inTime ? said.inTime : said.late);
}

/** The instant that the sides of a comparison say; null where they hold no stretch of time. */
function instantOf(compare: Derivation, at: "end" | "first second over" | "due"): number | null {
  const side = compare.children[at === "due" ? 1 : 0];
  if (side?.value.kind === "instant") return side.value.at;
  const used = side?.operation.kind === "whole minutes" ? side.children[0] : side;
  const last = used?.children.at(-1)?.children[1]?.value;
  if (last?.kind !== "instant") return null;
  return at === "first second over" ? last.at - 1 : last.at;
}

/** True where one second less would still be in time. */
function lastSecondDecides(compare: Derivation): boolean {
  const [used, allowed] = compare.children;
  const [a, b] = [used && numberIn(used.value), allowed && numberIn(allowed.value)];
  if (!a || !b || compare.operation.kind !== "compare") return false;
  const minutes = used?.operation.kind === "whole minutes";
  const seconds = minutes && used.children[0] ? numberIn(used.children[0].value) : a;
  if (!seconds) return false;
  const before = own(seconds.top - seconds.bottom, seconds.bottom * (minutes ? 60n : 1n));
  const sign = order(minutes ? own(before.top / before.bottom) : before, b);
  return compare.operation.direction === "less than" ? sign < 0 : sign <= 0;
}

/** Good where its judgement is in time; a record without one stands by its reason. */
function recordOf(node: Derivation): string | null {
  const judged = node.children.find(({ operation }) => operation.kind === "judgement");
  if (!judged) return null;
  return unless(node, wordsIn(judged.value) === said.inTime ? said.good : said.bad);
}

/** So many children, each with the words that are counted. */
function countOf({ value, children, unlisted }: Derivation, of: string): string | null {
  const all = [...children.map((child) => ({ value: child.value, times: 1 })), ...unlisted];
  if (all.some((each) => wordsIn(each.value) !== of)) return `only records that are ${of}`;
  const whole = all.reduce((sum, { times }) => sum + times, 0);
  const says = numberIn(value);
  return says && order(says, own(whole)) === 0 ? null : `${whole}/1`;
}
