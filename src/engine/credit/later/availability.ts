import { compare, type Fraction, fraction, minus, over, times, zero } from "../../number/fraction.ts";

const hundred = fraction(100);

export interface Seen {
  readonly total: Fraction;
  readonly down: Fraction;
  readonly excused: Fraction;
}

/** Whether excused time leaves both sides of the share, or only the downtime. */
export type Excusing = "minus in both" | "only downtime reduced";

/**
 * Availability in percent, never above 100 nor below 0. Time is in one unit of any size. `down` does not hold the
 * excused time.
 */
export function availability({ total, down, excused }: Seen, excusing: Excusing = "minus in both"): Fraction | null {
  const whole = excusing === "minus in both" ? minus(total, excused) : total;
  if (compare(whole, zero) <= 0) return null;
  const share = times(over(minus(whole, down), whole), hundred);
  return compare(share, hundred) > 0 ? hundred : compare(share, zero) < 0 ? zero : share;
}

/**
 * Availability by a formula in print: what was not lost, over the whole without the excused time. It can pass 100; the
 * figure that counts is held between 0 and 100. Null where nothing is left of the whole.
 */
export function availabilityAsPrinted({ total, down, excused }: Seen): { printed: Fraction; held: Fraction } | null {
  const whole = minus(total, excused);
  if (compare(whole, zero) <= 0) return null;
  const printed = times(over(minus(total, down), whole), hundred);
  return { printed, held: compare(printed, hundred) > 0 ? hundred : compare(printed, zero) < 0 ? zero : printed };
}

/** Availability in percent where only some of the users were hit; each user's time counts alike. */
export const availabilityOfUsers = (
  { total, down, excused }: Seen,
  users: { readonly hit: Fraction; readonly all: Fraction },
): Fraction | null =>
  availability({
    total: times(total, users.all),
    down: times(down, users.hit),
    excused: times(excused, users.all),
  });

/** So many in time of all, in percent; null where there were none. */
export const inTime = (total: Fraction, late: Fraction): Fraction | null =>
  availability({ total, down: late, excused: zero });

/** So many in time of all in percent, where excused late ones leave both sides or only the late. */
export function excusedLate({ total, down, excused }: Seen, excusing: Excusing): Fraction | null {
  return availability({ total, down: minus(down, excused), excused }, excusing);
}
