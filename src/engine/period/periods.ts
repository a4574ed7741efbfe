import type { PeriodTerms } from "../agreement/terms.ts";
import { addDays, type Day, dateOf, dayOf, daysInMonth, readDay, weekdayIndex, writeDay } from "../time/civil.ts";
import type { Instant } from "../time/instant.ts";
import { type Span, span } from "../time/span.ts";
import { instantOf, wallAt, type Zone } from "../time/zone.ts";
import type { Period } from "./result.ts";

/** What decides where periods begin: their kind, the contract's zone and its first day. */
export interface PeriodInput {
  readonly terms: PeriodTerms;
  readonly zone: Zone;
  readonly contractFrom: Day;
}

/** Every period that has anything in common with a span, oldest first, whole, and half-open in the contract's zone. */
export function periodsBetween(input: PeriodInput, within: Span): Period[] {
  const first = wallAt(input.zone, within.start).day;
  const periods: Period[] = [];
  for (let days = daysAround(input, first); ; days = daysAround(input, days.until)) {
    const period = periodFrom(input, days);
    if (period.start >= within.end) return periods;
    if (period.end > within.start) periods.push(period);
  }
}

/** The period that an instant lies in; of rolling periods, the first that ends after it. */
export function periodOf(input: PeriodInput, at: Instant): Period {
  return periodFrom(input, daysAround(input, wallAt(input.zone, at).day));
}

/** The period before another one. */
export function periodBefore(input: PeriodInput, period: Period): Period {
  const last = wallAt(input.zone, period.end).day;
  const steps = input.terms.kind === "rolling" ? firstOfMonth(addDays(last, -1)) : wallAt(input.zone, period.start).day;
  return periodFrom(input, daysAround(input, addDays(steps, -1)));
}

/** The period of an id such as `2026-03`, `2026-W14`, `2026-Q1`, `2026`, `contract-year-1`, `2026-03-02..2026-03-31`. */
export function periodNamed(input: PeriodInput, id: string): Period | null {
  const day = dayIn(input, id);
  if (day === null) return null;
  const period = periodFrom(input, daysAround(input, day));
  return period.id === id ? period : null;
}

/** First day, and the day after the last. */
interface Days {
  readonly from: Day;
  readonly until: Day;
}

function daysAround({ terms, contractFrom }: PeriodInput, day: Day): Days {
  const { year, month } = dateOf(day);
  switch (terms.kind) {
    case "week": {
      const monday = addDays(day, -weekdayIndex(day));
      return { from: monday, until: addDays(monday, 7) };
    }
    case "month":
    case "fixed":
      return { from: dayOf(year, month, 1), until: dayOf(year, month + 1, 1) };
    case "quarter": {
      const first = month - ((month - 1) % 3);
      return { from: dayOf(year, first, 1), until: dayOf(year, first + 3, 1) };
    }
    case "year":
      return { from: dayOf(year, 1, 1), until: dayOf(year + 1, 1, 1) };
    case "contract year": {
      const passed = year - dateOf(contractFrom).year;
      const count = anniversary(contractFrom, passed) <= day ? passed : passed - 1;
      return { from: anniversary(contractFrom, count), until: anniversary(contractFrom, count + 1) };
    }
    case "rolling": {
      const until = dayOf(year, month + 1, 1);
      const from = terms.of === "days" ? addDays(until, -terms.count) : dayOf(year, month + 1 - terms.count, 1);
      return { from, until };
    }
  }
}

/** A contract that began on 29 February has its anniversary on the last day of February in other years. */
function anniversary(from: Day, years: number): Day {
  const { year, month, day } = dateOf(from);
  return dayOf(year + years, month, Math.min(day, daysInMonth(year + years, month)));
}

const firstOfMonth = (day: Day): Day => {
  const { year, month } = dateOf(day);
  return dayOf(year, month, 1);
};

function periodFrom(input: PeriodInput, days: Days): Period {
  const start = midnight(input.zone, days.from);
  const end = midnight(input.zone, days.until);
  const whole = span(start, end);
  if (!whole) throw new Error("a period without a day");
  return { ...whole, id: idOf(input, days) };
}

const midnight = (zone: Zone, day: Day): Instant => instantOf(zone, { day, second: 0 });

function idOf({ terms, contractFrom }: PeriodInput, { from, until }: Days): string {
  const { year, month } = dateOf(from);
  switch (terms.kind) {
    case "week":
      return weekId(from);
    case "month":
    case "fixed":
      return writeDay(from).slice(0, -3);
    case "quarter":
      return `${writeDay(from).slice(0, -6)}-Q${(month + 2) / 3}`;
    case "year":
      return writeDay(from).slice(0, -6);
    case "contract year":
      return `contract-year-${year - dateOf(contractFrom).year + 1}`;
    case "rolling":
      return `${writeDay(from)}..${writeDay(addDays(until, -1))}`;
  }
}

/** ISO weeks: a week belongs to the year of its Thursday. */
function weekId(monday: Day): string {
  const thursday = addDays(monday, 3);
  const { year } = dateOf(thursday);
  const number = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
  return `${writeDay(thursday).slice(0, -6)}-W${String(number).padStart(2, "0")}`;
}

/** A day that lies in the period an id names, if it names one of this kind. */
function dayIn({ terms, contractFrom }: PeriodInput, id: string): Day | null {
  switch (terms.kind) {
    case "week": {
      const match = /^(\d{4})-W(\d{2})$/.exec(id);
      return match && addDays(dayOf(Number(match[1]), 1, 4), (Number(match[2]) - 1) * 7);
    }
    case "month":
    case "fixed":
      return readDay(`${id}-01`);
    case "quarter": {
      const match = /^(\d{4})-Q([1-4])$/.exec(id);
      return match && dayOf(Number(match[1]), Number(match[2]) * 3, 1);
    }
    case "year":
      return readDay(`${id}-01-01`);
    case "contract year": {
      const match = /^contract-year-(\d{1,4})$/.exec(id);
      return match && anniversary(contractFrom, Number(match[1]) - 1);
    }
    case "rolling":
      return readDay(id.split("..")[1] ?? "");
  }
}
