import { compare, type Fraction, fraction, minus, one, over, sum } from "../../number/fraction.ts";

/** Good and valid events of one slice of time. */
export interface Slice {
  readonly good: Fraction;
  readonly valid: Fraction;
}

export type BudgetMethod = "occurrences" | "timeslices" | "ratio timeslices";

/**
 * The share of good over a series of slices (semantics 47). Occurrences: all good over all valid. Timeslices: slices
 * whose own share reaches `good enough`, over all slices. Ratio timeslices: the mean of the slices' own shares.
 * Slices without valid events say nothing and are left out; null where none is left.
 */
export function shareBy(method: BudgetMethod, slices: readonly Slice[], goodEnough: Fraction): Fraction | null {
  const seen = slices.filter(({ valid }) => valid.n > 0n);
  if (seen.length === 0) return null;
  const shares = seen.map(({ good, valid }) => over(good, valid));
  switch (method) {
    case "occurrences":
      return over(sum(seen.map(({ good }) => good)), sum(seen.map(({ valid }) => valid)));
    case "timeslices":
      return fraction(shares.filter((share) => compare(share, goodEnough) >= 0).length, seen.length);
    case "ratio timeslices":
      return over(sum(shares), fraction(seen.length));
  }
}

/** The share of the error budget that a share of good has used: (1 - share) / (1 - target); null where it is empty. */
export function budgetUsed(share: Fraction, target: Fraction): Fraction | null {
  const allowed = minus(one, target);
  return allowed.n === 0n ? null : over(minus(one, share), allowed);
}
