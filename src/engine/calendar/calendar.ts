import type { CalendarTerms } from "../agreement/hours.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { Zone } from "../time/zone.ts";

/** The service time of one UTC year: sorted openings and, before each of them, the seconds so far. */
export interface Year {
  readonly open: readonly Span[];
  /** `before[i]`: service seconds of the year before `open[i]`; one more entry holds the total. */
  readonly before: readonly number[];
}

/** A calendar ready to be walked. Years are compiled when first asked for and kept. */
export interface Calendar {
  readonly terms: CalendarTerms;
  readonly zone: Zone;
  readonly year: (year: number) => Year;
}

/** All calendars of a contract by id. */
export type Calendars = ReadonlyMap<string, Calendar>;

/** Years a calendar is kept for; outside them it is closed and an addition finds no answer. */
export const firstYear = 1900;
export const lastYear = 2199;

export type At = Instant;
