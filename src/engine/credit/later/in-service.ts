import { compare, type Fraction, fraction, minus, plus, zero } from "../../number/fraction.ts";
import { type Day, dateOf, daysInMonth } from "../../time/civil.ts";

export interface InService {
  /** Days in force, and days of the month. */
  readonly active: Fraction;
  readonly days: Fraction;
}

/** How much of a month a service that begins on its n-th day is in force; the first day counts. */
export function fromDay(first: Fraction, days: Fraction): InService {
  const active = plus(minus(days, first), fraction(1));
  return { active: compare(active, zero) > 0 ? active : zero, days };
}

/** How much of the month of its beginning a service is in force. */
export function fromStart(start: Day): InService {
  const { year, month, day } = dateOf(start);
  return fromDay(fraction(day), fraction(daysInMonth(year, month)));
}
