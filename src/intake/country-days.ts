import Holidays from "date-holidays";
import tables from "date-holidays/package.json" with { type: "json" };
import type { SpecialDay } from "../engine/agreement/hours.ts";
import { type Finding, finding } from "../engine/finding/finding.ts";
import { addDays, readDay } from "../engine/time/civil.ts";

export type HolidayKind = "public" | "bank" | "optional" | "school" | "observance";

export interface CountryAsked {
  /** ISO 3166 codes: `GB`, `DE`; region `ENG`, `BY` (a second step after a dash: `BY-A`), null for the whole country. */
  readonly country: string;
  readonly region: string | null;
  readonly kinds: readonly HolidayKind[];
  readonly set: string;
  /** Both years included; within 1950 to 2100. */
  readonly from: number;
  readonly until: number;
}

export interface CountryDays {
  readonly days: readonly SpecialDay[];
  /** Days of which only a part is free: left to a person, who knows the hours. */
  readonly parts: readonly { readonly day: string; readonly name: string }[];
  /** Name and version of the tables, printed and sealed with every figure. */
  readonly tables: string;
  readonly findings: readonly Finding[];
}

export const tablesVersion = `date-holidays ${tables.version}`;

const kept = new Map<string, ReturnType<Holidays["getHolidays"]>>();

/** The holidays of a country and region from the shipped tables, years computed when first asked for. */
export function countryDays(asked: CountryAsked): CountryDays {
  const { country, region, kinds, set } = asked;
  const unknown = unknownPlace(country, region);
  if (unknown !== null) return { days: [], parts: [], tables: tablesVersion, findings: [unknown] };
  const days = new Map<number, SpecialDay>();
  const parts: { day: string; name: string }[] = [];
  for (let year = asked.from; year <= asked.until; year += 1) {
    for (const holiday of holidaysOf(year, { country, region, kinds })) {
      const first = readDay(holiday.date.slice(0, 10));
      if (first === null) continue;
      const length = (holiday.end.getTime() - holiday.start.getTime()) / 3_600_000;
      if (length < 23) {
        parts.push({ day: holiday.date.slice(0, 10), name: holiday.name });
        continue;
      }
      for (let i = 0; i < Math.round(length / 24); i += 1) {
        const day = addDays(first, i);
        if (!days.has(day)) days.set(day, { day, name: holiday.name, open: [], set });
      }
    }
  }
  return { days: [...days.values()].sort((a, b) => a.day - b.day), parts, tables: tablesVersion, findings: [] };
}

type Place = Pick<CountryAsked, "country" | "region" | "kinds">;

function holidaysOf(year: number, place: Place): ReturnType<Holidays["getHolidays"]> {
  const key = `${place.country} ${place.region ?? ""} ${place.kinds.join(",")} ${year}`;
  const found = kept.get(key);
  if (found) return found;
  const holidays = tableOf(place.country, place.region, place.kinds).getHolidays(year, "en");
  kept.set(key, holidays);
  return holidays;
}

const opened = new Map<string, Holidays>();

function tableOf(country: string, region: string | null, kinds: readonly HolidayKind[]): Holidays {
  const key = `${country} ${region ?? ""} ${kinds.join(",")}`;
  const found = opened.get(key);
  if (found) return found;
  const [state, part] = (region ?? "").split("-");
  const types = [...kinds];
  const made = part
    ? new Holidays(country, state as string, part, { types })
    : state
      ? new Holidays(country, state, { types })
      : new Holidays(country, { types });
  opened.set(key, made);
  return made;
}

function unknownPlace(country: string, region: string | null): Finding | null {
  const all = new Holidays();
  const countries = all.getCountries();
  if (!Object.hasOwn(countries, country)) {
    return finding("unknown-country", { weight: "error", facts: { country } });
  }
  const [state, part] = (region ?? "").split("-");
  if (!state) return null;
  const states: Record<string, string> = all.getStates(country) ?? {};
  const regions: Record<string, string> = part ? (all.getRegions(country, state) ?? {}) : {};
  if (Object.hasOwn(states, state) && (!part || Object.hasOwn(regions, part))) return null;
  const facts = { country, region: region ?? "", known: Object.keys(states).slice(0, 60).join(", ") };
  return finding("unknown-region", { weight: "error", facts });
}
