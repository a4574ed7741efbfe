import type { Day, Weekday } from "../time/civil.ts";
import type { CalendarRules } from "./rules.ts";

/** Opening hours of one day in seconds of that day; `to` at or before `from` runs past midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** A day on which a calendar keeps other hours than its week; no hours: closed. */
export interface SpecialDay {
  readonly day: Day;
  readonly name: string;
  readonly open: readonly Hours[];
  /** The holiday set that names the day. */
  readonly set: string;
}

/** A day that returns every year; 29 February exists in leap years only. */
export interface YearlyDay {
  readonly month: number;
  readonly date: number;
  readonly name: string;
  readonly open: readonly Hours[];
}

/** Holidays as a value. A day with a year beats a yearly one, both beat those of the country. */
export interface HolidaySet {
  readonly id: string;
  /** Days of the country and region, from a table whose version `tables` names. */
  readonly country: readonly SpecialDay[];
  readonly yearly: readonly YearlyDay[];
  readonly dated: readonly SpecialDay[];
  readonly tables: string | null;
}

/** A stretch of wall time cut out of every opening, both ends as wall times of the calendar's zone or instants. */
export interface Closure {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A calendar as agreed: its week and its holidays, or the union (or common part) of others. */
export interface CalendarTerms {
  readonly id: string;
  readonly title: string;
  readonly zone: string;
  readonly week: Readonly<Record<Weekday, readonly Hours[]>>;
  readonly joins: readonly string[];
  readonly holidays: readonly HolidaySet[];
  /** Cut out of every interval, in epoch seconds, half-open. */
  readonly closures: readonly Closure[];
  readonly rules: CalendarRules;
  readonly clause: string | null;
}
