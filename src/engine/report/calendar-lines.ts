import type { ContractTerms } from "../agreement/terms.ts";
import type { Calendar, Calendars } from "../calendar/calendar.ts";
import { hoursOf } from "../calendar/day-hours.ts";
import { worked } from "../calendar/service-time.ts";
import { addDays, type Day } from "../time/civil.ts";
import { instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { dayExists, wallAt } from "../time/zone.ts";
import type { CalendarLine } from "./calendar-line.ts";
import { hoursText, openText } from "./prose/hours-prose.ts";
import { shortDay } from "./words/dates.ts";
import { clockTime } from "./words/duration.ts";

/** The calendars in use: hours in words, the days of the period with other hours, and the service time it had. */
export function calendarLines(of: CalendarsInUse): readonly CalendarLine[] {
  return of.ids.flatMap((id) => {
    const calendar = of.calendars.get(id);
    return calendar ? [calendarLine(calendar, of)] : [];
  });
}

export interface CalendarsInUse {
  readonly ids: readonly string[];
  readonly calendars: Calendars;
  readonly contract: ContractTerms;
  readonly period: Span;
}

function calendarLine(calendar: Calendar, { contract, period }: CalendarsInUse): CalendarLine {
  const { terms } = calendar;
  return {
    id: terms.id,
    title: terms.title,
    zone: terms.zone,
    hours: hoursText(terms, contract),
    special: specialDays(calendar, period),
    open: clockTime(worked(calendar, period.start, period.end)),
  };
}

function specialDays(calendar: Calendar, period: Span): CalendarLine["special"] {
  const members = calendar.members.length > 0 ? calendar.members : [calendar];
  const first = wallAt(calendar.zone, period.start).day;
  const last = wallAt(calendar.zone, instant(period.end - 1)).day;
  const special: { day: string; name: string; open: string }[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    special.push(...members.flatMap((member) => specialDay(member, day)));
  }
  return special.filter((each, index) => special.findIndex((other) => same(each, other)) === index);
}

function specialDay(calendar: Calendar, day: Day): CalendarLine["special"] {
  if (!dayExists(calendar.zone, day)) return [];
  const { special, open } = hoursOf(calendar, day);
  return special === null ? [] : [{ day: shortDay(day), name: special, open: openText(open) }];
}

type SpecialLine = CalendarLine["special"][number];
const same = (a: SpecialLine, b: SpecialLine): boolean => a.day === b.day && a.name === b.name && a.open === b.open;
