import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { SpecialDay } from "../engine/agreement/hours.ts";
import type { Finding } from "../engine/finding/finding.ts";
import { dayOf, writeDay } from "../engine/time/civil.ts";
import { utc, type Zone } from "../engine/time/zone.ts";
import { countryDays } from "../intake/country-days.ts";
import { compareHolidays, readGovUk, readHolidays } from "../intake/holidays.ts";
import { readZone } from "../wire/zones.ts";
import { Refusal } from "./refusal.ts";

/** A source of holidays as a person names it, and the years that are looked at, both included. */
export interface HolidaysAsked {
  /** A file `.ics` or `.json` (GOV.UK's form), or a country of the shipped tables such as `GB-ENG`. */
  readonly source: string;
  readonly years: { readonly from: number; readonly until: number };
  /** Division of a GOV.UK file. */
  readonly division: string;
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
  readonly findings: readonly Finding[];
}

async function read({ source, years, division }: HolidaysAsked): Promise<Read> {
  const within = ({ day }: SpecialDay): boolean => day >= dayOf(years.from, 1, 1) && day < dayOf(years.until + 1, 1, 1);
  if (source.endsWith(".ics")) return readIcs(source, years);
  if (source.endsWith(".json")) {
    const { value, findings } = readGovUk(await readFile(source, "utf8"), division, source);
    return { days: value.filter(within), findings };
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
  return countryDays(asked);
}

async function readIcs(path: string, { from, until }: HolidaysAsked["years"]): Promise<Read> {
  const range = { from: dayOf(from, 1, 1), end: dayOf(until + 1, 1, 1) };
  const zoneOf = (id: string): Zone | null => readZone(id);
  const { value, findings } = readHolidays(
    { text: await readFile(path, "utf8"), file: basename(path), zone: utc, zoneOf, ...range },
    path,
  );
  return { days: value.days, findings };
}
