import type { WindowTerms } from "../agreement/terms.ts";
import {
  addDays,
  type Day,
  dateOf,
  dayOf,
  daysInMonth,
  secondsOfDay,
  type Weekday,
  weekdayIndex,
  weekdays,
} from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { overlap, type Span, span, unite } from "../time/span.ts";
import { dayExists, instantOf, wallAt, type Zone } from "../time/zone.ts";
import type { Calendar } from "./calendar.ts";
import { ownedBy } from "./owned-time.ts";

/**
 * When a maintenance window lies within a span, clipped to it. `on` is `Wednesday`, `2nd Sunday`, `last Friday`,
 * `15 October`, `15`, or `8th business day` (which needs the calendar that has business days). A window whose end is
 * at or before its start runs past midnight. A date that the zone skipped has no window (semantics 26).
 */
export function windowSpans(
  window: WindowTerms,
  { zone, calendar }: { readonly zone: Zone; readonly calendar: Calendar | null },
  within: Span,
): Span[] {
  const first = addDays(wallAt(zone, within.start).day, -2);
  const last = addDays(wallAt(zone, within.end).day, 1);
  const spans: Span[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const open = fallsOn(window, calendar, day) && dayExists(zone, day) ? windowOn(window, zone, day) : null;
    const seen = open && overlap(open, within);
    if (seen) spans.push(seen);
  }
  return unite(spans);
}

function windowOn(window: WindowTerms, zone: Zone, day: Day): Span | null {
  const until = window.to <= window.from ? window.to + secondsOfDay : window.to;
  return span(at(zone, day, window.from), at(zone, day, until));
}

function at(zone: Zone, day: Day, second: number): Instant {
  const days = Math.floor(second / secondsOfDay);
  return instantOf(zone, { day: addDays(day, days), second: second - days * secondsOfDay });
}

/** True when a rule such as `2nd Sunday` falls on the day, in the stretch that `every` names. */
export function fallsOn(window: Pick<WindowTerms, "every" | "on">, calendar: Calendar | null, day: Day): boolean {
  const rule = window.on.trim();
  const weekday = readWeekday(rule);
  if (weekday) return window.every === "week" && weekdays[weekdayIndex(day)] === weekday;
  const { first, last } = stretch(window.every, day);
  const nth = /^(\d{1,3})(?:st|nd|rd|th) (.+)$/.exec(rule);
  if (nth) return isNth(Number(nth[1]), nth[2] as string, { first, day, calendar });
  const final = /^last (.+)$/.exec(rule);
  if (final) return isLast(final[1] as string, { day, last, calendar });
  return isDate(rule, window.every, day);
}

function stretch(every: WindowTerms["every"], day: Day): { first: Day; last: Day } {
  const { year, month } = dateOf(day);
  if (every === "week") return { first: addDays(day, -weekdayIndex(day)), last: addDays(day, 6 - weekdayIndex(day)) };
  if (every === "year") return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31) };
  const months = every === "quarter" ? 3 : 1;
  const start = month - ((month - 1) % months);
  return { first: dayOf(year, start, 1), last: addDays(dayOf(year, start + months, 1), -1) };
}

interface Place {
  readonly day: Day;
  readonly calendar: Calendar | null;
}

function isNth(count: number, what: string, place: Place & { readonly first: Day }): boolean {
  if (!matches(what, place)) return false;
  let seen = 0;
  for (let day = place.first; day <= place.day; day = addDays(day, 1)) seen += matches(what, { ...place, day }) ? 1 : 0;
  return seen === count;
}

function isLast(what: string, place: Place & { readonly last: Day }): boolean {
  if (!matches(what, place)) return false;
  for (let day = addDays(place.day, 1); day <= place.last; day = addDays(day, 1)) {
    if (matches(what, { ...place, day })) return false;
  }
  return true;
}

function matches(what: string, { day, calendar }: Place): boolean {
  if (what === "day") return true;
  if (what === "business day") return calendar !== null && isBusinessDay(calendar, day);
  return weekdays[weekdayIndex(day)] === readWeekday(what);
}

/** True for a date on which any service time begins: not one that is closed all day or that the zone skipped. */
export const isBusinessDay = (calendar: Calendar, day: Day): boolean => ownedBy(calendar, day).length > 0;

function isDate(rule: string, every: WindowTerms["every"], day: Day): boolean {
  const { year, month, day: date } = dateOf(day);
  const written = /^(\d{1,2})(?: ([A-Z][a-z]+))?$/.exec(rule);
  if (!written) return false;
  const number = Math.min(Number(written[1]), daysInMonth(year, month));
  if (written[2] === undefined) return every === "month" && date === number;
  return date === Number(written[1]) && monthNames[month - 1]?.startsWith(written[2].slice(0, 3)) === true;
}

const monthNames = "January February March April May June July August September October November December".split(" ");

function readWeekday(text: string): Weekday | null {
  return weekdays.find((each) => text.startsWith(each) && /^[A-Z][a-z]+$/.test(text)) ?? null;
}
