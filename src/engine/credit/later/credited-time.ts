import { compare, type Fraction, fraction, minus, one, plus, times, zero } from "../../number/fraction.ts";
import { stepsOf } from "../rule/steps-of.ts";

/** Hours that are credited for hours lost: whole ones, and their fraction only from so many hours on. */
export const creditedHours = (lost: Fraction, fractionsFrom: Fraction): Fraction =>
  compare(lost, fractionsFrom) >= 0 ? lost : stepsOf(lost, one, "whole steps");

/** An outage of up to so many hours, the last included, is worth so many days of fees. */
export interface DaysRow {
  readonly upto: Fraction;
  readonly days: Fraction;
}

/**
 * Days of fees for one outage by its hours; rows rise. An outage shorter than `from` gives nothing, one longer than the
 * last row gives that row's days again for each further whole block of its length.
 */
export function creditedDays(
  hours: Fraction,
  { from, rows }: { readonly from: Fraction; readonly rows: readonly DaysRow[] },
): Fraction {
  const last = rows.at(-1);
  if (compare(hours, from) < 0 || !last) return zero;
  const row = rows.find(({ upto }) => compare(hours, upto) <= 0);
  if (row) return row.days;
  const blocks = stepsOf(minus(hours, last.upto), last.upto, "whole steps");
  return times(last.days, plus(fraction(1), blocks));
}
