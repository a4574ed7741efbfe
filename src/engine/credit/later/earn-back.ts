import { compare, type Fraction, fraction, over, sum, times, zero } from "../../number/fraction.ts";

/** What a supplier wins back of a credit that was paid. */
export type EarnBack =
  | { readonly when: "met in a row"; readonly share: Fraction; readonly periods: number }
  | {
      readonly when: "exceeded in a row";
      readonly share: Fraction;
      readonly target: Fraction;
      readonly periods: number;
    }
  | {
      readonly when: "year average at expected";
      readonly share: Fraction;
      readonly expected: Fraction;
      readonly minimumPeriods: number;
    };

export interface Following {
  readonly outcome: "met" | "miss" | "no events";
  readonly value: Fraction | null;
}

export interface EarnedBack {
  readonly amount: Fraction;
  readonly average: Fraction | null;
  readonly reason: "earned" | "chain broken" | "below expected" | "not enough periods";
}

/** The part of a credit that comes back. Periods without events are neither met nor missed; exactly on target is not exceeded. */
export function earnedBack(rule: EarnBack, credit: Fraction, following: readonly Following[]): EarnedBack {
  if (rule.when === "year average at expected") return byAverage(rule, credit, following);
  const counted = following.filter(({ outcome }) => outcome !== "no events").slice(0, rule.periods);
  const kept = counted.every(({ outcome, value }) =>
    rule.when === "met in a row" ? outcome === "met" : value !== null && compare(value, rule.target) > 0,
  );
  if (!kept) return { amount: zero, average: null, reason: "chain broken" };
  if (counted.length < rule.periods) return { amount: zero, average: null, reason: "not enough periods" };
  return { amount: times(credit, rule.share), average: null, reason: "earned" };
}

function byAverage(
  rule: EarnBack & { readonly when: "year average at expected" },
  credit: Fraction,
  months: readonly Following[],
): EarnedBack {
  const values = months.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return { amount: zero, average: null, reason: "not enough periods" };
  const average = over(sum(values), fraction(values.length));
  if (values.length < rule.minimumPeriods) return { amount: zero, average, reason: "not enough periods" };
  return compare(average, rule.expected) >= 0
    ? { amount: times(credit, rule.share), average, reason: "earned" }
    : { amount: zero, average, reason: "below expected" };
}
