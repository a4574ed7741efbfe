import type { Allowed } from "../agreement/quantity.ts";
import type { Rules } from "../agreement/rules.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { openingsOf } from "../calendar/day-hours.ts";
import { isBusinessDay } from "../calendar/maintenance.ts";
import { nextOpening, worked } from "../calendar/service-time.ts";
import { addDays, type Day } from "../time/civil.ts";
import { type Duration, duration, type Instant } from "../time/instant.ts";
import { instantOf, wallAt } from "../time/zone.ts";

/**
 * An allowed time as service seconds of a calendar from an instant on. Days are turned into the service time up to
 * the instant at which they end, so that pauses move it as they move any other (semantics 36).
 * Null where business days are not agreed or the calendar never opens again.
 */
export function allowedSeconds(allowed: Allowed, calendar: Calendar, from: Instant, rules: Rules): Duration | null {
  if (allowed.kind === "time") return allowed.seconds;
  const end = endOfDays(allowed, calendar, from, rules);
  if (typeof end !== "number") return end === null ? null : end.seconds;
  return worked(calendar, from, end);
}

/** The instant at which allowed days end; `{ seconds }` where a business day is a length; null where it is not agreed. */
function endOfDays(
  allowed: Exclude<Allowed, { kind: "time" }>,
  calendar: Calendar,
  from: Instant,
  rules: Rules,
): Instant | { readonly seconds: Duration } | null {
  const { day, second } = wallAt(calendar.zone, from);
  if (allowed.kind === "days") return instantOf(calendar.zone, { day: addDays(day, allowed.count), second });
  if (rules.business_days === "opening hours") return lengths(allowed.count, rules);
  const opening = nextOpening(calendar, from);
  if (opening === null || rules.business_days === null) return null;
  if (rules.business_days === "close of business") {
    const last = businessDayAfter(calendar, wallAt(calendar.zone, opening).day, allowed.count);
    return last === null ? null : closeOf(calendar, last);
  }
  const sameTime = businessDayAfter(calendar, day, allowed.count);
  return sameTime === null ? null : nextOpening(calendar, instantOf(calendar.zone, { day: sameTime, second }));
}

function lengths(count: number, rules: Rules): { readonly seconds: Duration } | null {
  const length = rules.business_day_length;
  return length?.kind === "time" ? { seconds: duration(length.seconds * count) } : null;
}

/** The `count`-th business day after a date; 0 is the date itself. Null where the calendar runs out of them. */
function businessDayAfter(calendar: Calendar, from: Day, count: number): Day | null {
  let left = count;
  let day = from;
  for (let tries = 0; left > 0; tries += 1) {
    if (tries > count * 7 + 4000) return null;
    day = addDays(day, 1);
    if (isBusinessDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The end of the last opening that a date owns. */
function closeOf(calendar: Calendar, day: Day): Instant | null {
  const own = calendar.members.length > 0 ? calendar.members : [calendar];
  const ends = own.flatMap((each) => openingsOf(each, day).map(({ end }) => end));
  return ends.length === 0 ? null : (Math.max(...ends) as Instant);
}
