import ICAL from "ical.js";
import { type Finding, type Found, finding } from "../../engine/finding/finding.ts";
import { addDays, type Day, dayOf, writeDay } from "../../engine/time/civil.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import { instantOf, type Zone } from "../../engine/time/zone.ts";
import { messageOf } from "../read/unpack.ts";
import type { Occurrence } from "./occurrence.ts";
import { boundedDates, Endless, mostSteps, type Steps, withoutWildZones } from "./sound-rules.ts";

/** A calendar file to read, for the days from `from` up to and without `end`. */
export interface CalendarFile {
  readonly text: string;
  readonly file: string;
  readonly from: Day;
  readonly end: Day;
  /** Zone of times without one of their own. */
  readonly zone: Zone;
  readonly zoneOf: (id: string) => Zone | null;
}

/** Occurrences looked at of one event, and of all events; rules that give more are not a calendar of days. */
const mostOccurrences = 20_000;
const mostOfAll = 60_000;

/**
 * The occurrences of an iCalendar file in a span of days, honouring RRULE, RDATE, UNTIL, EXDATE and RECURRENCE-ID.
 * A file that is no calendar gives none and an error; cancelled and unreadable events are findings.
 */
export function readCalendarFile(calendar: CalendarFile): Found<readonly Occurrence[]> {
  const findings: Finding[] = [];
  const note: Note = (code, facts) => {
    const source = { file: calendar.file, row: 0 };
    findings.push(finding(code, { source, facts, weight: code === "not-a-calendar" ? "error" : "warning" }));
  };
  const events = eventsIn(calendar.text, note);
  const looking: Looking = { calendar, note, budget: { occurrences: mostOfAll, steps: mostSteps } };
  const found = events.flatMap((event) => occurrencesOf(event, looking));
  const inside = found.filter((each) => touches(each, calendar));
  return { value: inside.sort((a, b) => startOf(a) - startOf(b)), findings };
}

interface Looking {
  readonly calendar: CalendarFile;
  readonly note: Note;
  readonly budget: { occurrences: number } & Steps;
}

type Note = (code: string, facts: Readonly<Record<string, string>>) => void;

function eventsIn(text: string, note: Note): ICAL.Event[] {
  const components = componentsOf(text, note).flatMap((root) => root.getAllSubcomponents("vevent"));
  const events = components.map((component) => new ICAL.Event(component, { strictExceptions: false, exceptions: [] }));
  const masters = new Map<string, ICAL.Event>();
  for (const event of events) if (!event.isRecurrenceException()) masters.set(keyOf(event, masters), event);
  const alone: ICAL.Event[] = [];
  for (const event of events) {
    if (!event.isRecurrenceException()) continue;
    const master = masters.get(event.uid);
    if (master) master.relateException(event);
    else alone.push(event);
  }
  return [...masters.values(), ...alone];
}

/** Some feeds use one UID twice or none at all; each event is kept. */
const keyOf = (event: ICAL.Event, masters: ReadonlyMap<string, unknown>): string =>
  event.uid && !masters.has(event.uid) ? event.uid : `${event.uid ?? ""} ${masters.size}`;

function componentsOf(text: string, note: Note): ICAL.Component[] {
  try {
    const parsed: unknown = ICAL.parse(text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"));
    const roots = (Array.isArray(parsed) && Array.isArray(parsed[0]) ? parsed : [parsed]) as unknown[][];
    const calendars = roots.filter((root) => root[0] === "vcalendar");
    if (calendars.length === 0) note("not-a-calendar", { says: "no VCALENDAR" });
    return calendars.map((root) => withoutWildZones(new ICAL.Component(root), note));
  } catch (error) {
    note("not-a-calendar", { says: messageOf(error).slice(0, 200) });
    return [];
  }
}

function occurrencesOf(event: ICAL.Event, looking: Looking): Occurrence[] {
  const { calendar, note } = looking;
  const facts = { name: event.summary ?? "", uid: event.uid ?? "" };
  try {
    if (isCancelled(event)) return [];
    if (!event.isRecurring())
      return [occurrence({ event, start: event.startDate, end: event.endDate, ruled: null }, calendar)];
    return recurring(event, looking);
  } catch (error) {
    const says = messageOf(error).slice(0, 200);
    if (error instanceof Endless) note("event-endless", { ...facts, says, at_most: "none" });
    else note("event-unreadable", { ...facts, says });
    return [];
  }
}

function recurring(event: ICAL.Event, { calendar, note, budget }: Looking): Occurrence[] {
  const found: Occurrence[] = [];
  const dates = boundedDates(event, budget);
  /** A moved occurrence can lie a year from the date of its rule. */
  const last = addDays(calendar.end, 366);
  for (let count = 0; ; count += 1) {
    const next: ICAL.Time | null = dates.next() ?? null;
    if (next === null || dayOfTime(next) >= last) return found;
    budget.occurrences -= 1;
    if (count >= mostOccurrences || budget.occurrences < 0) {
      note("event-endless", { name: event.summary ?? "", uid: event.uid ?? "", at_most: String(count) });
      return found;
    }
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isCancelled(item)) continue;
    found.push(occurrence({ event: item, start: startDate, end: endDate, ruled: dayOfTime(next) }, calendar));
  }
}

const isCancelled = (event: ICAL.Event): boolean =>
  String(event.component.getFirstPropertyValue("status") ?? "").toUpperCase() === "CANCELLED";

interface Dated {
  readonly event: ICAL.Event;
  readonly start: ICAL.Time;
  readonly end: ICAL.Time | null;
  /** The day by the rule. */
  readonly ruled: Day | null;
}

function occurrence({ event, start, end, ruled }: Dated, calendar: CalendarFile): Occurrence {
  const day = dayOfTime(start);
  const movedFrom = ruled !== null && ruled !== day ? ruled : null;
  const base = { uid: event.uid ?? "", name: event.summary ?? "", movedFrom };
  if (start.isDate) {
    const after = end === null || dayOfTime(end) <= day ? addDays(day, 1) : dayOfTime(end);
    return { ...base, days: { from: day, end: after }, times: null };
  }
  const from = instantIn(start, event, calendar);
  const until = end === null ? from : instantIn(end, event, calendar);
  return { ...base, days: null, times: { start: from, end: until } };
}

function dayOfTime(time: ICAL.Time): Day {
  const { year, month, day } = time;
  if (!Number.isInteger(year + month + day)) throw new Error("no date");
  return dayOf(year, month, day);
}

/**
 * A time in the zone that its TZID names, by our own zone data where that knows it, else by the file's VTIMEZONE.
 * A time without a zone is one of the calendar's.
 */
function instantIn(time: ICAL.Time, event: ICAL.Event, { zone, zoneOf }: CalendarFile): Instant {
  const wall = { day: dayOfTime(time), second: time.hour * 3600 + time.minute * 60 + time.second };
  const shown = time.zone?.tzid ?? "floating";
  if (shown === "UTC" || shown === "Z") return instant(wall.day * 86_400 + wall.second);
  const named = String(event.component.getFirstProperty("dtstart")?.getParameter("tzid") ?? shown);
  const known = zoneOf(named);
  if (known === null && time.zone?.component) return instant(time.toUnixTime());
  return instantOf(known ?? zone, wall);
}

const startOf = ({ days, times }: Occurrence): number => (days ? days.from * 86_400 : (times?.start ?? 0));

function touches({ days, times }: Occurrence, { from, end }: CalendarFile): boolean {
  if (days) return days.from < end && days.end > from;
  return times !== null && times.start < (end + 1) * 86_400 && times.end > (from - 1) * 86_400;
}

/** `2022-04-15 Good Friday (moved from 2022-04-02)`: how a day was taken, for a person to look over. */
export function describe({ days, times, name, movedFrom }: Occurrence): string {
  const first = days?.from ?? (Math.floor((times?.start ?? 0) / 86_400) as Day);
  const moved = movedFrom === null ? "" : ` (moved from ${writeDay(movedFrom)})`;
  return `${writeDay(first)} ${name}${moved}`;
}
