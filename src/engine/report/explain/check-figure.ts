import type { Check } from "./check.ts";
import type { Derivation, Exact, Operation } from "./derivation.ts";
import {
  add,
  by,
  divide,
  down,
  less,
  numberIn,
  type Own,
  order,
  own,
  readOwn,
  total,
  up,
  write,
} from "./own-number.ts";

type Kind<K extends Operation["kind"]> = Extract<Operation, { kind: K }>;

/** Recomputes a number from the numbers of its children. */
export const checkFigure: Check = (node, tree) => {
  const follows = node.operation.kind === "members" ? membersOf(tree.nodes.get(node.operation.of)) : figureOf(node);
  if (follows === null) return node.value.kind === "nothing" ? null : "nothing";
  const says = numberIn(node.value);
  return says !== null && order(says, follows) === 0 ? null : write(follows);
};

/** The numbers of all children, listed or not; null where one of them is no number. */
function numbersOf({ children, unlisted }: Derivation): readonly Own[] | null {
  const values: Exact[] = children.map(({ value }) => value);
  for (const { value, times } of unlisted) for (let i = 0; i < times; i += 1) values.push(value);
  const numbers = values.map(numberIn);
  return numbers.includes(null) ? null : (numbers as readonly Own[]);
}

function membersOf(of: Derivation | undefined): Own | null {
  return of ? own(of.children.length + of.unlisted.reduce((sum, { times }) => sum + times, 0)) : null;
}

function figureOf(node: Derivation): Own | null {
  const numbers = numbersOf(node);
  const [first, second] = numbers ?? [];
  if (numbers === null) return null;
  const { operation } = node;
  if (operation.kind === "sum") return total(numbers);
  if (first === undefined) return null;
  switch (operation.kind) {
    case "ratio":
      return second ? divide(first, second) : null;
    case "difference":
      return numbers.slice(1).reduce(less, first);
    case "product":
      return numbers.reduce(by, own(1));
    case "mean":
      return divide(total(numbers), own(numbers.length));
    case "minimum":
      return numbers.reduce((a, b) => (order(b, a) < 0 ? b : a));
    case "maximum":
      return numbers.reduce((a, b) => (order(b, a) > 0 ? b : a));
    case "percentile":
      return percentileOf(numbers, operation);
    case "round":
      return rounded(first, operation);
    case "whole":
      return own(operation.begun === "counted" ? up(first) : down(first));
    case "whole minutes": {
      const minutes = own(first.top, first.bottom * 60n);
      return own(operation.begun === "counted" ? up(minutes) : down(minutes));
    }
    default:
      return null;
  }
}

/** To so many places after the point; a half goes away from zero, to the even digit, or towards zero. */
function rounded(value: Own, { places, half }: Kind<"round">): Own {
  const scale = 10n ** BigInt(places);
  const isNegative = value.top < 0n;
  const size = own((isNegative ? -value.top : value.top) * scale, value.bottom);
  const below = down(size);
  const tie = order(size, own(below * 2n + 1n, 2));
  const isUp = tie > 0 || (tie === 0 && (half === "up" || (half === "even" && below % 2n === 1n)));
  const units = isUp ? below + 1n : below;
  return own(isNegative ? -units : units, scale);
}

/** Counts up to the rank instead of reckoning it: the first value that enough values do not exceed, or between two. */
function percentileOf(values: readonly Own[], { share, method }: Kind<"percentile">): Own | null {
  const wanted = readOwn(share);
  const sorted = [...values].sort(order);
  const lowest = sorted[0];
  if (!wanted || !lowest) return null;
  const all = own(sorted.length);
  if (method === "nearest rank") {
    const enough = sorted.findIndex((_, index) => order(own(index + 1), by(wanted, all)) >= 0);
    return sorted[enough] ?? null;
  }
  const along = method === "linear" ? by(wanted, less(all, own(1))) : less(by(wanted, add(all, own(1))), own(1));
  if (order(along, own(0)) <= 0) return lowest;
  const last = sorted.length - 1;
  if (order(along, own(last)) >= 0) return sorted[last] ?? null;
  const index = Number(down(along));
  const [from, to] = [sorted[index] as Own, sorted[index + 1] as Own];
  return add(from, by(less(to, from), less(along, own(index))));
}
