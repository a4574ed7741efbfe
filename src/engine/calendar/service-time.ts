import { type Day, dateOf, secondsOfDay } from "../time/civil.ts";
import { type Duration, duration, type Instant } from "../time/instant.ts";
import { intersect, type Span, unite } from "../time/span.ts";
import { type Calendar, firstYear, lastYear, type Year } from "./calendar.ts";
import { yearSpan } from "./compile-year.ts";

/** Service seconds in [from, to); 0 where the range is reversed (semantics 34). */
export function worked(calendar: Calendar, from: Instant, to: Instant): Duration {
  if (to <= from) return duration(0);
  let seconds = -workedInYear(calendar, from);
  for (let year = yearOf(from); year < yearOf(to); year += 1) seconds += total(calendar, year);
  return duration(seconds + workedInYear(calendar, to));
}

/** Openings within a span, clipped to it, sorted and merged. */
export function openSpans(calendar: Calendar, within: Span): Span[] {
  const open: Span[] = [];
  for (let year = yearOf(within.start); year <= yearOf(within.end); year += 1) {
    open.push(...intersect(yearAt(calendar, year).open, [within]));
  }
  return unite(open);
}

/**
 * The earliest instant `x` with exactly `seconds` of service time in [from, x); for negative seconds, mirrored,
 * the latest. With 0 a closed instant gives the next opening, an open one itself (semantics 31, 33, 35).
 * Null where the calendar never opens again within its years.
 */
export function addWorked(calendar: Calendar, from: Instant, seconds: Duration): Instant | null {
  if (seconds === 0) return calendar.terms.rules.zero_time === "same instant" ? from : nextOpening(calendar, from);
  return seconds > 0 ? forwards(calendar, from, seconds) : backwards(calendar, from, seconds);
}

/** The instant itself when it is service time, else the start of the next opening; null where there is none. */
export function nextOpening(calendar: Calendar, from: Instant): Instant | null {
  for (let year = yearOf(from); year <= lastYear; year += 1) {
    const { open } = yearAt(calendar, year);
    const next = open[firstEndingAfter(open, from)];
    if (next) return next.start > from ? next.start : from;
  }
  return null;
}

/** True when the instant is service time: openings are half-open (semantics 32). */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  const { open } = yearAt(calendar, yearOf(at));
  const candidate = open[firstEndingAfter(open, at)];
  return candidate !== undefined && candidate.start <= at;
}

function forwards(calendar: Calendar, from: Instant, seconds: number): Instant | null {
  let left = seconds + workedInYear(calendar, from);
  for (let year = yearOf(from); year <= lastYear; year += 1) {
    const { open, before } = yearAt(calendar, year);
    if (left <= total(calendar, year)) {
      const index = firstReaching(before, left);
      return ((open[index] as Span).start + left - (before[index] as number)) as Instant;
    }
    left -= total(calendar, year);
  }
  return null;
}

function backwards(calendar: Calendar, from: Instant, seconds: number): Instant | null {
  let left = workedInYear(calendar, from) + seconds;
  for (let year = yearOf(from); year >= firstYear; year -= 1) {
    if (left >= 0 && total(calendar, year) > 0) {
      const { open, before } = yearAt(calendar, year);
      const index = lastStartingBefore(before, left);
      if (index >= 0) return ((open[index] as Span).start + left - (before[index] as number)) as Instant;
    }
    left += year > firstYear ? total(calendar, year - 1) : 0;
  }
  return null;
}

/** Seconds of service time of the instant's own year before it. */
function workedInYear(calendar: Calendar, at: Instant): number {
  const { open, before } = yearAt(calendar, yearOf(at));
  const index = firstEndingAfter(open, at);
  const current = open[index];
  const begun = current && current.start < at ? at - current.start : 0;
  return (before[index] as number) + begun;
}

/** Index of the first opening that ends after an instant; the count of openings where none does. */
function firstEndingAfter(open: readonly Span[], at: Instant): number {
  return firstIndex(open.length, (index) => (open[index] as Span).end > at);
}

/** Index of the opening in which the running total first reaches `seconds` (more than 0). */
function firstReaching(before: readonly number[], seconds: number): number {
  return firstIndex(before.length - 1, (index) => (before[index + 1] as number) >= seconds);
}

/** Index of the last opening before whose end the running total is still at most `seconds`: the latest instant. */
function lastStartingBefore(before: readonly number[], seconds: number): number {
  const index = firstIndex(before.length, (i) => (before[i] as number) > seconds) - 1;
  return index < before.length - 1 ? index : -1;
}

function firstIndex(length: number, is: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const closed: Year = { open: [], before: [0] };
const yearAt = (calendar: Calendar, year: number): Year =>
  year < firstYear || year > lastYear ? closed : calendar.year(year);
const total = (calendar: Calendar, year: number): number => yearAt(calendar, year).before.at(-1) as number;

/** First instants of the years kept, for a quick look-up of the year of an instant. */
const starts = Array.from(
  { length: lastYear - firstYear + 2 },
  (_, index) => yearSpan(firstYear + index).start as number,
);
const usualYear = 31_556_952;

function yearOf(at: Instant): number {
  const guess = Math.floor((at - (starts[0] as number)) / usualYear);
  for (const index of [guess, guess + 1, guess - 1]) {
    const [start, next] = [starts[index], starts[index + 1]];
    if (start !== undefined && next !== undefined && start <= at && at < next) return firstYear + index;
  }
  return dateOf(Math.floor(at / secondsOfDay) as Day).year;
}
