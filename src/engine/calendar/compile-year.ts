import { addDays, type Day, dayOf, secondsOfDay } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { intersect, lengthOf, type Span, subtract, unite } from "../time/span.ts";
import { dayExists } from "../time/zone.ts";
import type { Calendar, Year } from "./calendar.ts";
import { openingsOf } from "./day-hours.ts";

/**
 * The openings of one UTC year, clipped to it. Each local date is asked once for the openings it owns;
 * dates that the zone skipped do not exist and own none (semantics 26).
 */
export function compileYear(calendar: Calendar, year: number): Year {
  const within = yearSpan(year);
  const open = intersect(subtract(openings(calendar, year), closuresOf(calendar)), [within]);
  const before = [0];
  for (const each of open) before.push((before.at(-1) as number) + lengthOf(each));
  return { open, before };
}

/** The UTC year as a span of instants. */
export function yearSpan(year: number): Span {
  return { start: midnight(dayOf(year, 1, 1)), end: midnight(dayOf(year + 1, 1, 1)) };
}

function openings(calendar: Calendar, year: number): Span[] {
  if (calendar.members.length > 0) return unite(calendar.members.flatMap((member) => member.year(year).open));
  const all: Span[] = [];
  const last = addDays(dayOf(year + 1, 1, 1), 2);
  for (let day = addDays(dayOf(year, 1, 1), -3); day <= last; day = addDays(day, 1)) {
    if (dayExists(calendar.zone, day)) all.push(...openingsOf(calendar, day));
  }
  return unite(all);
}

/** The closures of a calendar, sorted and merged. */
export function closuresOf(calendar: Calendar): Span[] {
  return unite(calendar.terms.closures.map(({ start, end }) => ({ start: start as Instant, end: end as Instant })));
}

const midnight = (day: Day): Instant => (day * secondsOfDay) as Instant;
