import { type Fraction, fraction, over, sum, times } from "../../number/fraction.ts";

/** The minutes of a mean month, of the days of several; days of 24 hours. */
export const inMinutesOf = (days: readonly Fraction[]): Fraction =>
  times(over(sum(days), fraction(days.length)), fraction(1440));
