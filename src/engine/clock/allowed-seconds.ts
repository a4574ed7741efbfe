import type { Allowed } from "../agreement/quantity.ts";
import type { Rules } from "../agreement/rules.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { isBusinessDay } from "../calendar/maintenance.ts";
import { ownedBy } from "../calendar/owned-time.ts";
import { nextOpening, worked } from "../calendar/service-time.ts";
import { addDays, type Day } from "../time/civil.ts";
import { type Duration, duration, type Instant } from "../time/instant.ts";
import { holds } from "../time/span.ts";
import { instantOf, wallAt } from "../time/zone.ts";

/** From when, in which calendar and by which rules a time is allowed. */
export interface From {
  readonly calendar: Calendar;
  readonly start: Instant;
  readonly rules: Rules;
}

/**
 * An allowed time as service seconds of a calendar from an instant on. Days are turned into the service time up to
 * the instant at which they end, so that pauses move it as they move any other (semantics 36).
 * Null where business days are not agreed or the calendar never opens again.
 */
export function allowedSeconds(allowed: Allowed, from: From): Duration | null {
  if (allowed.kind === "time") return allowed.seconds;
  const end = endOfDays(allowed, from);
  if (typeof end !== "number") return end === null ? null : end.seconds;
  return worked(from.calendar, from.start, end);
}

/** The instant at which allowed days end; `{ seconds }` where a business day is a length; null where it is not agreed. */
function endOfDays(
  allowed: Exclude<Allowed, { kind: "time" }>,
  { calendar, start, rules }: From,
): Instant | { readonly seconds: Duration } | null {
  const { day, second } = wallAt(calendar.zone, start);
  if (allowed.kind === "days") return instantOf(calendar.zone, { day: addDays(day, allowed.count), second });
  if (rules.business_days === "opening hours") return lengths(allowed.count, rules);
  const opening = nextOpening(calendar, start);
  if (opening === null || rules.business_days === null) return null;
  if (rules.business_days === "close of business") {
    const last = businessDayAfter(calendar, ownerOf(calendar, opening), allowed.count);
    return last === null ? null : (ownedBy(calendar, last).at(-1)?.end ?? null);
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

/** The business day to which an instant of service time belongs: a night shift's is the day it began (semantics 29). */
function ownerOf(calendar: Calendar, at: Instant): Day {
  const { day } = wallAt(calendar.zone, at);
  const isIn = (each: Day): boolean => ownedBy(calendar, each).some((open) => holds(open, at));
  return !isIn(day) && isIn(addDays(day, -1)) ? addDays(day, -1) : day;
}
