import { type Fraction, minus, one, over, times } from "../../number/fraction.ts";

/** How many times faster than agreed the budget is used: error rate / (1 - target); null where nothing is allowed. */
export function burnRate(errorRate: Fraction, target: Fraction): Fraction | null {
  const allowed = minus(one, target);
  return allowed.n === 0n ? null : over(errorRate, allowed);
}

/** How long a budget lasts at a burn rate, in the unit of `period`; null where nothing burns. */
export const lastsFor = (rate: Fraction, period: Fraction): Fraction | null =>
  rate.n === 0n ? null : over(period, rate);

/** The share of the budget that a burn rate uses in a window of the period. */
export const budgetConsumed = (rate: Fraction, window: Fraction, period: Fraction): Fraction =>
  over(times(rate, window), period);

/** The burn rate that uses a share of the budget in a window: share x period / window. */
export const burnRateFactor = (share: Fraction, window: Fraction, period: Fraction): Fraction =>
  over(times(share, period), window);
