import type { Day } from "../time/civil.ts";
import { intersect, type Span, subtract, unite } from "../time/span.ts";
import { dayExists } from "../time/zone.ts";
import type { Calendar } from "./calendar.ts";
import { closuresOf } from "./compile-year.ts";
import { openingsOf } from "./day-hours.ts";
import { openSpans } from "./service-time.ts";

const kept = new WeakMap<Calendar, Map<Day, readonly Span[]>>();

/**
 * The service time that a date owns, night shifts with their hours after midnight (semantics 29), sorted and merged.
 * A date that is closed all day, or that the zone skipped, owns none.
 */
export function ownedBy(calendar: Calendar, day: Day): readonly Span[] {
  const days = kept.get(calendar) ?? new Map<Day, readonly Span[]>();
  kept.set(calendar, days);
  const known = days.get(day) ?? owned(calendar, day);
  days.set(day, known);
  return known;
}

function owned(calendar: Calendar, day: Day): Span[] {
  if (calendar.both) return commonTo(ownedBy(calendar.both[0], day), calendar.both[1]);
  const { members, zone } = calendar;
  const openings = members.length > 0 ? members.flatMap((member) => ownedBy(member, day)) : own();
  return subtract(unite(openings), closuresOf(calendar));

  function own(): readonly Span[] {
    return dayExists(zone, day) ? openingsOf(calendar, day) : [];
  }
}

/** What is left of a date's openings where the other calendar is open too. */
function commonTo(openings: readonly Span[], other: Calendar): Span[] {
  const [first, last] = [openings[0], openings.at(-1)];
  return first && last ? intersect(openings, openSpans(other, { start: first.start, end: last.end })) : [];
}
