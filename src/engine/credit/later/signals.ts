import { compare, type Fraction, fraction, over, sum, zero } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import { inWindow } from "./months.ts";

export interface Signal {
  readonly raised: boolean;
  readonly rule: string | null;
  readonly on: number | null;
  readonly count: number;
}

interface BreachRule {
  readonly consecutive: number;
  readonly count: number;
  readonly window: number;
}

/** The first month in which so many months in a row, or so many of a window, had a credit. */
export function breachSignal(months: readonly number[], { consecutive, count, window }: BreachRule): Signal {
  const counts = months.map((month) => inWindow(months, month, window));
  for (const [index, month] of months.entries()) {
    const reached = counts[index] ?? 0;
    if (inWindow(months, month, consecutive) >= consecutive)
      return { raised: true, rule: `consecutive_${consecutive}`, on: month, count: reached };
    if (reached >= count) return { raised: true, rule: `${count}_of_${window}`, on: month, count: reached };
  }
  return { raised: false, rule: null, on: null, count: Math.max(0, ...counts) };
}

/** Whether the mean of some figures is below a mark. */
export function averageSignal(values: readonly Fraction[], below: Fraction): { average: Fraction; raised: boolean } {
  const average = values.length === 0 ? zero : over(sum(values), fraction(values.length));
  return { average, raised: values.length > 0 && compare(average, below) < 0 };
}

export interface Outage {
  readonly day: Day;
  readonly hours: Fraction;
}

interface OutageRule {
  readonly count: number;
  readonly hours: Fraction;
  readonly days: number;
}

/** Too many outages, or too many hours of them, in any stretch of so many days. */
export function outageSignal(outages: readonly Outage[], { count, hours, days }: OutageRule) {
  const windows = outages.map(({ day }) => outages.filter((one) => one.day <= day && one.day > day - days));
  const totals = windows.map((window) => sum(window.map((one) => one.hours)));
  const total = totals.reduce((top, one) => (compare(one, top) > 0 ? one : top), zero);
  const byCount = windows.some((window) => window.length >= count);
  const byHours = compare(total, hours) >= 0;
  const rule = byCount ? "count" : byHours ? "hours" : null;
  return { raised: rule !== null, rule, total };
}

export interface MonthHours {
  readonly month: number;
  readonly hours: Fraction;
}

/** The most hours lost in a window of months, and the first month in which a window held more than the mark. */
export function hoursSignal(months: readonly MonthHours[], window: number, mark: Fraction) {
  const totals = months.map(({ month }) => ({
    month,
    total: sum(months.filter((one) => one.month <= month && one.month > month - window).map(({ hours }) => hours)),
  }));
  const top = totals.reduce((most, { total }) => (compare(total, most) > 0 ? total : most), zero);
  const first = totals.find(({ total }) => compare(total, mark) > 0)?.month ?? null;
  return { top, first };
}

/** Whether the credits of a month reach a share of its expense. */
export function heavyMonth(credits: readonly Fraction[], expense: Fraction, share: Fraction) {
  const total = sum(credits);
  const part = expense.n === 0n ? zero : over(total, expense);
  return { total, share: part, raised: compare(part, share) >= 0 };
}
