import {
  compare,
  type Fraction,
  fraction,
  least,
  minus,
  most,
  over,
  plus,
  times,
  zero,
} from "../../number/fraction.ts";

const full = fraction(100);

export interface Raised {
  /** The distance of the level to 100. */
  readonly gap: Fraction;
  readonly mostIncrease: Fraction;
  readonly level: Fraction;
}

/** A yearly step to what was reached, at most a share of the distance to 100, and never downwards. */
export function stepOfGap(level: Fraction, reached: Fraction, share: Fraction): Raised {
  const gap = minus(full, level);
  const mostIncrease = times(gap, share);
  const increase = least(most(minus(reached, level), zero), mostIncrease);
  return { gap, mostIncrease, level: plus(level, increase) };
}

/** A fixed share of the distance to 100 on top. */
export const addOfGap = (level: Fraction, share: Fraction): Raised => stepOfGap(level, full, share);

/** Where every month was above the level, it moves half way to the average; never downwards. */
export const midpoint = (level: Fraction, average: Fraction): Fraction =>
  compare(average, level) > 0 ? over(plus(level, average), fraction(2)) : level;
