import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Closure, SpecialDay } from "../engine/agreement/hours.ts";
import { firstYear, lastYear } from "../engine/calendar/calendar.ts";
import type { Finding } from "../engine/finding/finding.ts";
import { type Day, dayOf, readDay, writeDay } from "../engine/time/civil.ts";
import { utc, type Zone } from "../engine/time/zone.ts";
import { countryDays } from "../intake/country-days.ts";
import { compareHolidays, readGovUk, readHolidays, withoutDays } from "../intake/holidays.ts";
import { writeSpecialDays } from "../wire/agreement/write-special-days.ts";
import { Refusal } from "../wire/refusal.ts";
import { readZone } from "../wire/zones.ts";

/** A source of holidays as a person names it, and the years that are looked at, both included. */
export interface HolidaysAsked {
  /** A file `.ics` or `.json` (GOV.UK's form), or a country of the shipped tables such as `GB-ENG`. */
  readonly source: string;
  readonly years: { readonly from: number; readonly until: number };
  /** Division of a GOV.UK file. */
  readonly division: string;
  /** Days that a person leaves out, as dates; one that the source does not name is a finding. */
  readonly refused?: readonly string[];
  /** Zone of an iCalendar file's times that name none; UTC without it. */
  readonly zone?: string;
}

/** A day off, as a person reads it. */
export interface HolidayLine {
  readonly day: string;
  readonly name: string;
}

/** The days that a source names, in order, with what was odd about it. */
export async function holidaysOf(
  asked: HolidaysAsked,
): Promise<{ readonly days: readonly HolidayLine[]; readonly findings: readonly Finding[] }> {
  const { days, findings } = await read(asked);
  return { days: days.map(lineOf), findings };
}

/**
 * What a source names as YAML for a contract: its days as a set of `holidays`, and the timed events of an iCalendar
 * file as `closures` of a calendar. It is for a person to look over before it is signed.
 */
export async function holidaysAsYaml(
  asked: HolidaysAsked,
): Promise<{ readonly yaml: string; readonly findings: readonly Finding[] }> {
  const { days, closures, findings } = await read(asked);
  const { from, until } = asked.years;
  const source = basename(asked.source);
  const note = `From ${source}, ${from} to ${until}: ${days.length} days, ${closures.length} closures. To be looked over before it is signed.`;
  return { yaml: writeSpecialDays({ set: source.replace(/\.(ics|json)$/, ""), days, closures, note }), findings };
}

/** Days that only one of two sources names. */
export async function holidayDifferences(
  a: HolidaysAsked,
  b: HolidaysAsked,
): Promise<{ readonly onlyInFirst: readonly HolidayLine[]; readonly onlyInSecond: readonly HolidayLine[] }> {
  const [first, second] = [await read(a), await read(b)];
  const { onlyInA, onlyInB } = compareHolidays(first.days, second.days, a.years);
  return { onlyInFirst: onlyInA.map(lineOf), onlyInSecond: onlyInB.map(lineOf) };
}

const lineOf = ({ day, name }: SpecialDay): HolidayLine => ({ day: writeDay(day), name });

interface Read {
  readonly days: readonly SpecialDay[];
  readonly closures: readonly Closure[];
  readonly findings: readonly Finding[];
}

async function read(asked: HolidaysAsked): Promise<Read> {
  refuseYears(asked.years);
  const refused = (asked.refused ?? []).map(dayNamed);
  const { days, closures, findings } = await readSource(asked);
  const left = withoutDays(days, refused);
  return { days: left.value, closures, findings: [...findings, ...left.findings] };
}

function refuseYears({ from, until }: HolidaysAsked["years"]): void {
  const isYear = (year: number): boolean => Number.isInteger(year) && year >= firstYear && year <= lastYear;
  if (isYear(from) && isYear(until) && from <= until) return;
  const known = `Years are ${firstYear} to ${lastYear}, the first of them first.`;
  throw new Refusal("no-such-years", `${from} to ${until} are no years of a calendar. ${known}`);
}

function dayNamed(written: string): Day {
  const day = readDay(written);
  if (day === null) throw new Refusal("no-such-date", `'${written}' is no date. Write it like 2026-10-01.`);
  return day;
}

async function readSource({ source, years, division, zone = "UTC" }: HolidaysAsked): Promise<Read> {
  const within = ({ day }: SpecialDay): boolean => day >= dayOf(years.from, 1, 1) && day < dayOf(years.until + 1, 1, 1);
  if (source.endsWith(".ics")) return readIcs(source, years, zone);
  if (source.endsWith(".json")) {
    const { value, findings } = readGovUk(await readFile(source, "utf8"), division, source);
    return { days: value.filter(within), closures: [], findings };
  }
  const [country, ...region] = source.split("-");
  if (!/^[A-Z]{2}$/.test(country ?? "")) {
    throw new Refusal(
      "unknown-holiday-source",
      `'${source}' is no source of holidays. Name a file .ics or .json, or a country such as GB-ENG.`,
    );
  }
  const asked = {
    country: country ?? "",
    region: region.join("-") || null,
    kinds: ["public" as const],
    set: source,
    ...years,
  };
  const { days, findings } = countryDays(asked);
  return { days, closures: [], findings };
}

async function readIcs(path: string, { from, until }: HolidaysAsked["years"], zoneId: string): Promise<Read> {
  const zone = zoneId === "UTC" ? utc : readZone(zoneId);
  if (zone === null) throw new Refusal("unknown-zone", `'${zoneId}' is no time zone. Write one like Europe/London.`);
  const range = { from: dayOf(from, 1, 1), end: dayOf(until + 1, 1, 1) };
  const zoneOf = (id: string): Zone | null => readZone(id);
  const { value, findings } = readHolidays(
    { text: await readFile(path, "utf8"), file: basename(path), zone, zoneOf, ...range },
    path,
  );
  return { days: value.days, closures: value.closures, findings };
}
