import type { Closure, SpecialDay } from "../engine/agreement/hours.ts";
import { type Finding, type Found, finding } from "../engine/finding/finding.ts";
import { addDays, type Day, dayOf, readDay, writeDay } from "../engine/time/civil.ts";
import { type CalendarFile, describe, readCalendarFile } from "./holiday/icalendar.ts";

/** Days and stretches of time on which nothing is open, as a calendar file gives them. */
export interface CalendarDays {
  readonly days: readonly SpecialDay[];
  /** Events with times, such as maintenance: half-open, in epoch seconds. */
  readonly closures: readonly Closure[];
  /** Each day as it was taken, in a line, for a person to accept or refuse. */
  readonly taken: readonly string[];
}

/**
 * Reads an iCalendar file into closed days of the set `set` and closures. Several days of one event give one
 * special day each; a day that two events name is taken once, under the first name.
 */
export function readHolidays(calendar: CalendarFile, set: string): Found<CalendarDays> {
  const { value: occurrences, findings } = readCalendarFile(calendar);
  const days = new Map<Day, SpecialDay>();
  for (const { days: span, name } of occurrences) {
    if (!span) continue;
    const end = Math.min(span.end, calendar.end);
    for (let day = Math.max(span.from, calendar.from) as Day; day < end; day = addDays(day, 1)) {
      if (!days.has(day)) days.set(day, closed(day, name, set));
    }
  }
  const closures = occurrences.flatMap(({ times, name }) =>
    times && times.start < times.end ? [{ name, ...times }] : [],
  );
  const sorted = [...days.values()].sort((a, b) => a.day - b.day);
  return { value: { days: sorted, closures, taken: occurrences.map(describe) }, findings };
}

const closed = (day: Day, name: string, set: string): SpecialDay => ({ day, name, open: [], set });

/**
 * Reads GOV.UK's bank holidays (JSON) for one division, such as `england-and-wales`.
 * Entries that are no date are findings.
 */
export function readGovUk(text: string, division: string, set: string): Found<readonly SpecialDay[]> {
  const events = eventsOf(text, division);
  if (events === null) {
    const facts = { says: `no events of '${division}'` };
    return { value: [], findings: [finding("not-a-calendar", { weight: "error", facts })] };
  }
  const findings: Finding[] = [];
  const days = events.flatMap(({ title, date }) => {
    const day = readDay(String(date));
    if (day !== null) return [closed(day, String(title), set)];
    findings.push(finding("no-such-date", { facts: { value: String(date), name: String(title) } }));
    return [];
  });
  return { value: days, findings };
}

function eventsOf(text: string, division: string): readonly Readonly<Record<string, unknown>>[] | null {
  try {
    const events = (JSON.parse(text) as Record<string, { events?: unknown }>)[division]?.events;
    return Array.isArray(events) ? events.filter((event) => typeof event === "object" && event !== null) : null;
  } catch {
    return null;
  }
}

/** What two sources of holidays do not agree on. */
export interface HolidayDifference {
  readonly onlyInA: readonly SpecialDay[];
  readonly onlyInB: readonly SpecialDay[];
}

/** Compares the days of two sources, both years included. */
export function compareHolidays(
  a: readonly SpecialDay[],
  b: readonly SpecialDay[],
  years: { readonly from: number; readonly until: number },
): HolidayDifference {
  const start = dayOf(years.from, 1, 1);
  const end = dayOf(years.until + 1, 1, 1);
  const inside = (days: readonly SpecialDay[]): SpecialDay[] => days.filter(({ day }) => day >= start && day < end);
  const lacking = (days: readonly SpecialDay[], others: readonly SpecialDay[]): SpecialDay[] => {
    const known = new Set(others.map(({ day }) => day));
    return inside(days).filter(({ day }) => !known.has(day));
  };
  return { onlyInA: lacking(a, b), onlyInB: lacking(b, a) };
}

/** Leaves out the days a person refused; a refused day that is not among them is a finding. */
export function withoutDays(days: readonly SpecialDay[], refused: readonly Day[]): Found<readonly SpecialDay[]> {
  const out = new Set(refused);
  const findings = refused
    .filter((day) => !days.some((each) => each.day === day))
    .map((day) => finding("refused-day-absent", { facts: { day: writeDay(day) } }));
  return { value: days.filter(({ day }) => !out.has(day)), findings };
}
