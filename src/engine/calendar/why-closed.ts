import { addDays, type Day, weekdayOf } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { holds } from "../time/span.ts";
import { wallAt } from "../time/zone.ts";
import type { Calendar } from "./calendar.ts";
import { crosses, hoursOf, pastMidnight } from "./day-hours.ts";
import { isOpen } from "./service-time.ts";

/** Why an instant is no service time: a named holiday, a named closure, or the hours of the week. */
export type Closed =
  | { readonly kind: "holiday"; readonly name: string; readonly day: Day }
  | { readonly kind: "closure"; readonly name: string; readonly day: Day }
  | { readonly kind: "hours"; readonly day: Day };

/**
 * The reason, or null where the calendar is open. A union is closed for the reason of its first member, a common part
 * for that of the first calendar that is closed.
 */
export function whyClosed(calendar: Calendar, at: Instant): Closed | null {
  if (isOpen(calendar, at)) return null;
  if (calendar.both) return whyClosed(calendar.both[0], at) ?? whyClosed(calendar.both[1], at);
  const { day, second } = wallAt(calendar.zone, at);
  const closure = calendar.terms.closures.find(({ start, end }) =>
    holds({ start: start as Instant, end: end as Instant }, at),
  );
  if (closure) return { kind: "closure", name: closure.name, day };
  const [member] = calendar.members;
  if (member) return whyClosed(member, at);
  const night = addDays(day, -1);
  const last = hoursOf(calendar, night);
  const ownedByNight = last.special !== null && usualShiftReaches(calendar, night, second);
  const special = ownedByNight ? { name: last.special, day: night } : { name: hoursOf(calendar, day).special, day };
  return special.name === null ? { kind: "hours", day } : { kind: "holiday", name: special.name, day: special.day };
}

/** True when the usual week would have had a shift of that night still running at the second of the next day. */
function usualShiftReaches(calendar: Calendar, night: Day, second: number): boolean {
  const { week, rules } = calendar.terms;
  if (rules.shift_belongs_to === "each day") return false;
  return week[weekdayOf(night)].some((hours) => crosses(hours) && second < pastMidnight(hours));
}
