import { addDays, type Day, dayOf, secondsOfDay } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { instantOf, wallAt } from "../time/zone.ts";
import { type Calendar, firstYear, lastYear } from "./calendar.ts";
import { crosses, pastMidnight } from "./day-hours.ts";
import { openSpans } from "./service-time.ts";
import { type Closed, whyClosed } from "./why-closed.ts";

/** A stretch that is no service time for one and the same reason. */
export interface ClosedSpan extends Span {
  readonly why: Closed;
}

/** A closed span cut where its reason changes: the evening, then the holiday, then the morning. */
export function closedSpans(calendar: Calendar, gap: Span): ClosedSpan[] {
  const cuts = [...new Set([gap.start, ...changesOf(calendar, gap)])].sort((a, b) => a - b);
  const spans: ClosedSpan[] = [];
  cuts.forEach((start, index) => {
    const why = whyClosed(calendar, start);
    const end = cuts[index + 1] ?? gap.end;
    const last = spans.at(-1);
    if (last && why && same(last.why, why)) spans[spans.length - 1] = { ...last, end };
    else if (why) spans.push({ start, end, why });
  });
  return spans;
}

const same = (a: Closed, b: Closed): boolean =>
  a.kind === "hours" || b.kind === "hours" ? a.kind === b.kind : a.kind === b.kind && a.name === b.name;

/**
 * Instants within a span at which the reason may change: midnights, ends of night shifts, both ends of closures
 * and, where two calendars have a say, the turns of each.
 */
function changesOf(calendar: Calendar, gap: Span): Instant[] {
  const parts = calendar.both ?? calendar.members.slice(0, 1);
  const closures = calendar.terms.closures.flatMap(({ start, end }) => [start as Instant, end as Instant]);
  const own = parts.length > 0 ? parts.flatMap((part) => changesOf(part, gap)) : midnights(calendar, gap);
  const turns = (calendar.both ?? []).flatMap((part) => openSpans(part, gap)).flatMap(({ start, end }) => [start, end]);
  return [...own, ...closures, ...turns].filter((at) => gap.start < at && at < gap.end);
}

/** Before and after its years a calendar is closed for one reason, whatever is written in the record. */
function midnights({ zone, terms }: Calendar, gap: Span): Instant[] {
  const nights = Object.values(terms.week).flatMap((day) => day.filter(crosses).map(pastMidnight));
  const seconds = [0, ...new Set(nights)];
  const first = Math.max(wallAt(zone, gap.start).day, dayOf(firstYear, 1, 1)) as Day;
  const last = Math.min(addDays(wallAt(zone, gap.end).day, 1), dayOf(lastYear + 1, 1, 1));
  const all: Instant[] = [];
  for (let day: Day = first; day <= last; day = addDays(day, 1)) {
    all.push(...seconds.filter((second) => second < secondsOfDay).map((second) => instantOf(zone, { day, second })));
  }
  return all;
}
