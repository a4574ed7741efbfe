import { addDays, readDay, type Weekday, weekdays } from "../../time/civil.ts";
import { instantOf, type Zone } from "../../time/zone.ts";
import type { CalendarDocument, ClosureDocument, HolidayDocument } from "../document/calendars.ts";
import type { ContractDocument } from "../document/document.ts";
import { entry, type PointInTime } from "../document/written.ts";
import type { CalendarTerms, Closure, HolidaySet, Hours, SpecialDay } from "../hours.ts";
import { type CalendarRules, usualCalendarRules } from "../rules.ts";

/** Facts of the world that a contract refers to. */
export interface World {
  /** Special days of a country, in its tables whose version is told; no days for an unknown country. */
  readonly countryDays: (
    country: string,
    region: string | null,
    kinds: readonly string[],
  ) => { readonly days: readonly SpecialDay[]; readonly tables: string };
  /** A time zone by its id; null for an unknown one. */
  readonly zoneOf: (id: string) => Zone | null;
}

/** A calendar of the contract with its week, its holidays and its closures spelled out. */
export function calendarTerms(document: ContractDocument, id: string, world: World): CalendarTerms | null {
  const calendar = entry(document.calendars, id);
  if (calendar === undefined) return null;
  const zone = calendar.time_zone ?? document.contract.time_zone;
  return {
    id,
    title: calendar.title,
    zone,
    week: weekOf(calendar),
    joins: calendar.joins ?? [],
    holidays: (calendar.holidays ?? []).flatMap((set) => {
      const holiday = entry(document.holidays, set);
      return holiday ? [holidayTerms(set, holiday, world)] : [];
    }),
    closures: (calendar.closures ?? []).flatMap((closure) => closureTerms(closure, world.zoneOf(zone))),
    rules: rulesOf(calendar),
    clause: calendar.clause ?? null,
  };
}

function rulesOf(calendar: CalendarDocument): CalendarRules {
  const names = Object.keys(usualCalendarRules) as (keyof CalendarRules)[];
  const written = names.flatMap((name) => (calendar[name] === undefined ? [] : [[name, calendar[name]]]));
  return { ...usualCalendarRules, ...Object.fromEntries(written) };
}

/** Every weekday with its hours; several entries that name the same day are put together. */
function weekOf({ hours }: CalendarDocument): Readonly<Record<Weekday, readonly Hours[]>> {
  const week: Record<Weekday, Hours[]> = { Mon: [], Tue: [], Wed: [], Thu: [], Fri: [], Sat: [], Sun: [] };
  for (const [days, open] of Object.entries(hours ?? {})) for (const day of daysNamed(days)) week[day].push(...open);
  return week;
}

/** `Mon`, `Mon-Fri`, `Fri-Mon` over the weekend, `every day`. */
export function daysNamed(name: string): readonly Weekday[] {
  if (name === "every day") return weekdays;
  const [first, last] = name.split("-");
  const from = weekdays.indexOf(first as Weekday);
  const to = last === undefined ? from : weekdays.indexOf(last as Weekday);
  if (from < 0 || to < 0) return [];
  return from <= to ? weekdays.slice(from, to + 1) : [...weekdays.slice(from), ...weekdays.slice(0, to + 1)];
}

function holidayTerms(id: string, holiday: HolidayDocument, world: World): HolidaySet {
  const { country, region, kinds, days } = holiday;
  const table = country === undefined ? null : world.countryDays(country, region ?? null, kinds ?? ["public"]);
  const written = Object.entries(days ?? {});
  return {
    id,
    country: (table?.days ?? []).map((day) => ({ ...day, set: id })),
    tables: table?.tables ?? null,
    yearly: written.flatMap(([key, { name, open }]) => {
      const match = /^every (\d{2})-(\d{2})$/.exec(key);
      return match ? [{ month: Number(match[1]), date: Number(match[2]), name, open }] : [];
    }),
    dated: written.flatMap(([key, { name, open }]) => {
      const day = readDay(key);
      return day === null ? [] : [{ day, name, open, set: id }];
    }),
  };
}

/** A closure in epoch seconds; none where its zone is unknown or it ends before it begins. */
function closureTerms({ from, until, name }: ClosureDocument, zone: Zone | null): readonly Closure[] {
  if (zone === null) return [];
  const start = secondsOf(from, zone);
  const end = secondsOf(until.kind === "date" ? { kind: "date", day: addDays(until.day, 1) } : until, zone);
  return start < end ? [{ name, start, end }] : [];
}

/** A day begins at its 00:00; a wall time is read in the zone (semantics 23, 24). */
export function secondsOf(point: PointInTime, zone: Zone): number {
  if (point.kind === "instant") return point.at;
  return instantOf(zone, { day: point.day, second: point.kind === "wall" ? point.second : 0 });
}
