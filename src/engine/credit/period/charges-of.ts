import type { ChargeDocument } from "../../agreement/document/charge.ts";
import { type Fraction, fraction, over, plus, sum, times, zero } from "../../number/fraction.ts";
import { type Day, dayOf, daysInMonth } from "../../time/civil.ts";

/** A span of days as the contract counts them: the first, and the day after the last. */
export interface Days {
  readonly from: Day;
  readonly until: Day;
}

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** What a charge comes to in one month: the amount in force on its first day, or that of each day where it is prorated. */
export function chargeOfMonth(charge: ChargeDocument, month: number, prorated: Days | null): Fraction {
  const [year, first] = [Math.floor(month / 12), (month % 12) + 1];
  const start = dayOf(year, first, 1);
  const part = (day: Day): Fraction => over(inForce(charge, day), fraction(monthsIn[charge.per]));
  if (prorated === null) return part(start);
  const count = daysInMonth(year, first);
  const days = Array.from({ length: count }, (_, index) => (start + index) as Day);
  const inside = days.filter((day) => prorated.from <= day && day < prorated.until);
  return over(inside.map(part).reduce(plus, zero), fraction(count));
}

/** The amount from the newest day that has come. */
function inForce({ amounts }: ChargeDocument, day: Day): Fraction {
  const begun = amounts.filter(({ from }) => from <= day).toSorted((a, b) => a.from - b.from);
  return begun.at(-1)?.amount.amount ?? zero;
}

/** The share of a charge that falls to some of its services or components, each counting the same. */
export function partOf({ services = [] }: ChargeDocument, failing: readonly string[]): Fraction {
  const hit = services.filter((one) => failing.includes(one)).length;
  return services.length === 0 ? zero : fraction(hit, services.length);
}

/** Charges of some months added up, each in the share that `partOf` gives it. */
export const chargesOf = (
  charges: readonly { readonly charge: ChargeDocument; readonly part: Fraction }[],
  months: readonly number[],
  prorated: Days | null,
): Fraction =>
  sum(
    charges.flatMap(({ charge, part }) => months.map((month) => times(chargeOfMonth(charge, month, prorated), part))),
  );
