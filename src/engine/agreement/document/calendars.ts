import type { Hours } from "../hours.ts";
import type { CalendarRulesDocument } from "./rules.ts";
import type { ById, PointInTime } from "./written.ts";

/** Days on which calendars keep other hours: those of a country, and days of the parties. */
export interface HolidayDocument {
  /** ISO 3166 codes of the shipped tables. */
  readonly country?: string | undefined;
  readonly region?: string | undefined;
  readonly kinds?: readonly ("public" | "bank" | "optional" | "school" | "observance")[] | undefined;
  /** By `2026-06-15` or `every 12-24`. */
  readonly days?: ById<HolidayDay> | undefined;
}

export interface HolidayDay {
  readonly name: string;
  /** No hours: closed. */
  readonly open: readonly Hours[];
}

/** A calendar: weekly hours, or the union of others. */
export interface CalendarDocument extends CalendarRulesDocument {
  readonly title: string;
  /** By `Mon`, `Mon-Fri` or `every day`. */
  readonly hours?: ById<readonly Hours[]> | undefined;
  readonly joins?: readonly string[] | undefined;
  readonly time_zone?: string | undefined;
  readonly holidays?: readonly string[] | undefined;
  readonly closures?: readonly ClosureDocument[] | undefined;
  readonly clause?: string | undefined;
}

/** A stretch cut out of every opening; `until` as a day is included, as a time it is not. */
export interface ClosureDocument {
  readonly from: PointInTime;
  readonly until: PointInTime;
  readonly name: string;
}

export interface MaintenanceWindowDocument {
  readonly title: string;
  readonly every: "week" | "month" | "quarter" | "year";
  /** `Wednesday`, `2nd Sunday`, `last Friday`, `15 October`, `8th business day`. */
  readonly on: string;
  readonly at: Hours;
  readonly services: readonly string[];
  readonly time_zone?: string | undefined;
}
