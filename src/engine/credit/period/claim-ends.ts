import type { Term } from "../../agreement/document/written.ts";
import { addDays, type Day, dateOf, dayOf, weekdayIndex } from "../../time/civil.ts";

/**
 * The last day on which the credits of a month can be claimed. `until` is the day after the month, the first that
 * counts. A day that is begun counts whole; business days are Monday to Friday.
 */
export function claimEnds(within: Term, until: Day): Day {
  switch (within.kind) {
    case "months": {
      const { year, month } = dateOf(until);
      return addDays(dayOf(year, month + within.count, 1), -1);
    }
    case "days":
      return addDays(until, within.count - 1);
    case "time":
      return addDays(until, Math.ceil(within.seconds / 86_400) - 1);
    case "business days":
      return businessDay(until, within.count);
  }
}

const friday = 4;

/** The n-th business day from a day on, itself included. */
function businessDay(from: Day, count: number): Day {
  const monday = addDays(from, -weekdayIndex(from));
  const passed = Math.min(weekdayIndex(from), friday + 1);
  const place = passed + count - 1;
  return addDays(monday, Math.floor(place / 5) * 7 + (place % 5));
}
