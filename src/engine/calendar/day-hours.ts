import type { CalendarTerms, Hours } from "../agreement/hours.ts";
import { addDays, type Day, secondsOfDay, weekdayOf } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { type Span, span } from "../time/span.ts";
import { instantOf, type WallRules, type Zone } from "../time/zone.ts";
import type { Calendar } from "./calendar.ts";

/** The hours agreed for one date and what they come from: the week, or a special day by name. */
export interface DayHours {
  readonly open: readonly Hours[];
  readonly special: string | null;
}

/** The hours that start on a date, before clock changes and closures are looked at. */
export function hoursOf(calendar: Calendar, day: Day): DayHours {
  const special = calendar.specialDay(day);
  if (special) return { open: special.open, special: special.name };
  return { open: calendar.terms.week[weekdayOf(day)], special: null };
}

/**
 * The openings that a date owns, as instants. A shift past midnight belongs to the day it starts (semantics 29)
 * unless the terms split it at midnight; then the tail of the day before is ruled by this day's own holiday.
 */
export function openingsOf(calendar: Calendar, day: Day): Span[] {
  const { terms, zone } = calendar;
  const own = hoursOf(calendar, day);
  if (terms.rules.shift_belongs_to === "start day") return own.open.flatMap((each) => opening(calendar, day, each));
  const heads = own.open.map((each) => (crosses(each) ? { from: each.from, to: secondsOfDay } : each));
  const tails = own.special === null ? tailsOf(terms, addDays(day, -1)) : [];
  return [...tails, ...heads].flatMap((each) => opening({ terms, zone }, day, each));
}

/** What the week of the day before leaves for the hours after midnight. */
function tailsOf(terms: CalendarTerms, before: Day): Hours[] {
  return terms.week[weekdayOf(before)]
    .filter((each) => crosses(each) && each.to > 0)
    .map((each) => ({ from: 0, to: pastMidnight(each) }));
}

/** The second of the next day at which hours that run past midnight end. */
export const pastMidnight = ({ to }: Hours): number => (to > secondsOfDay ? to - secondsOfDay : to);

/** True for hours that run past midnight, written `22:00-07:00`. */
export const crosses = ({ from, to }: Hours): boolean => to <= from || to > secondsOfDay;

interface Ruled {
  readonly terms: CalendarTerms;
  readonly zone: Zone;
}

function opening(of: Ruled, day: Day, hours: Hours): Span[] {
  const until = endSecond(of.terms, hours);
  const start = at(of, day, hours.from);
  const end = at(of, day, until);
  // A day of 23 hours keeps its 24 by an hour of the next, a day of 25 ends an hour early (semantics 25).
  const whole = hours.from === 0 && until === secondsOfDay && of.terms.rules.all_day === "24 wall hours";
  const open = span(start, whole ? ((start + secondsOfDay) as Instant) : end);
  return open ? [open] : [];
}

/** The end as seconds after the day's midnight: past 24:00 for a night shift, 24:00 for 23:59 (semantics 27). */
function endSecond(terms: CalendarTerms, { from, to }: Hours): number {
  const literal = to <= from ? to + secondsOfDay : to;
  const lastMinute = literal === secondsOfDay - 60 || literal === secondsOfDay - 1;
  return lastMinute && terms.rules.end_2359 === "midnight" ? secondsOfDay : literal;
}

function at({ terms, zone }: Ruled, day: Day, second: number): Instant {
  const rules: WallRules = { gap: terms.rules.clock_gap, twice: terms.rules.clock_twice };
  const days = Math.floor(second / secondsOfDay);
  return instantOf(zone, { day: addDays(day, days), second: second - days * secondsOfDay }, rules);
}
