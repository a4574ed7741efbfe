import { type Fraction, least, minus, most, one, over, sum, times, zero } from "../../number/fraction.ts";

/** What an error budget is counted from, all in the same unit: seconds, or events. */
export interface BudgetInput {
  /** The agreed share of good, such as 0.999. */
  readonly target: Fraction;
  readonly good: Fraction;
  readonly bad: Fraction;
  /** What is still to come in the period; 0 for a finished one. */
  readonly remaining: Fraction;
}

export interface ErrorBudget {
  /** What may go wrong in the whole period. */
  readonly whole: Fraction;
  readonly used: Fraction;
  readonly left: Fraction;
  /** used / whole; null where nothing is allowed to go wrong. */
  readonly usedShare: Fraction | null;
}

/**
 * The error budget of a period (semantics 44). Whole period: (1 - target) x all - bad, negative when overspent.
 * Not below zero: the same, 0 at the least. Projected: the downtime that still fits, at most what remains of the
 * period: min(remaining, good / target - good - bad), so 0 for any finished good period.
 */
export function errorBudget(
  { target, good, bad, remaining }: BudgetInput,
  method: "whole period" | "projected" | "not below zero",
): ErrorBudget {
  const whole = allowedDowntime(target, sum([good, bad, remaining]));
  const usedShare = whole.n === 0n ? null : over(bad, whole);
  const left = minus(whole, bad);
  if (method === "whole period") return { whole, used: bad, left, usedShare };
  if (method === "not below zero") return { whole, used: bad, left: most(left, zero), usedShare };
  const fits = target.n === 0n ? remaining : minus(minus(over(good, target), good), bad);
  return { whole, used: bad, left: least(remaining, fits), usedShare };
}

/** Seconds that may be lost in a period at an agreed share: (1 - target) x period. */
export const allowedDowntime = (target: Fraction, period: Fraction): Fraction => times(minus(one, target), period);
