import type { CalendarTerms } from "../agreement/hours.ts";
import type { Span } from "../time/span.ts";
import type { Zone } from "../time/zone.ts";
import { compileYear } from "./compile-year.ts";
import { specialDayFinder } from "./special-days.ts";

/** The service time of one UTC year: sorted openings and, before each of them, the seconds so far. */
export interface Year {
  readonly open: readonly Span[];
  /** `before[i]`: service seconds of the year before `open[i]`; the last entry is the total of the year. */
  readonly before: readonly number[];
}

/** A calendar ready to be walked. Years are compiled when first asked for and kept. */
export interface Calendar {
  readonly terms: CalendarTerms;
  readonly zone: Zone;
  /** The calendars it joins; empty for one with a week of its own. */
  readonly members: readonly Calendar[];
  /** The two calendars whose common part this is; null for every other. */
  readonly both: readonly [Calendar, Calendar] | null;
  readonly specialDay: ReturnType<typeof specialDayFinder>;
  readonly year: (year: number) => Year;
}

/** All calendars of a contract by id. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** Years a calendar is kept for; outside them it is closed and an addition finds no answer. */
export const firstYear = 1900;
export const lastYear = 2199;

/**
 * Makes the calendars of a contract ready. `zones` must hold every zone that the terms name.
 * Members of a union are found among `terms`; a circle is refused by the check of the agreement.
 */
export function makeCalendars(
  terms: Readonly<Record<string, CalendarTerms>>,
  zones: ReadonlyMap<string, Zone>,
): Calendars {
  const made = new Map<string, Calendar>();
  for (const id of Object.keys(terms)) made.set(id, make(id, new Set()));
  return made;

  function make(id: string, above: ReadonlySet<string>): Calendar {
    const known = made.get(id);
    if (known) return known;
    const own = terms[id];
    const zone = own && zones.get(own.zone);
    if (!own || !zone || above.has(id)) throw new Error(`calendar ${id} has no terms, no zone, or joins itself`);
    return calendarOf(
      own,
      zone,
      own.joins.map((member) => make(member, new Set([...above, id]))),
    );
  }
}

/** One calendar from its terms, its zone and the calendars it joins. */
export function calendarOf(terms: CalendarTerms, zone: Zone, members: readonly Calendar[] = []): Calendar {
  const years = new Map<number, Year>();
  const calendar: Calendar = { terms, zone, members, both: null, specialDay: specialDayFinder(terms.holidays), year };
  return calendar;

  function year(number: number): Year {
    const kept = years.get(number) ?? compileYear(calendar, number);
    years.set(number, kept);
    return kept;
  }
}
