import type { Calendar } from "../calendar/calendar.ts";
import { openSpans } from "../calendar/service-time.ts";
import type { Span } from "../time/span.ts";
import { intersect, subtract } from "../time/span.ts";
import { tableOf, workedAt } from "./service-table.ts";

/**
 * Outages by what they hit: those of target `i` are those from `offsets[i]` to before `offsets[i + 1]`, in order of
 * their beginning, in epoch seconds, half-open. They may overlap: their time is united (semantics 43).
 */
export interface OutageColumns {
  readonly offsets: Int32Array;
  readonly from: Float64Array;
  readonly to: Float64Array;
}

export interface AvailabilityInput {
  readonly calendar: Calendar;
  /** Downtime that was agreed: sorted and apart. It is taken out of both sides. */
  readonly agreed: readonly Span[];
  /** Sorted and apart. */
  readonly periods: readonly Span[];
}

/** Seconds of service time by period, and down by `target * periods + period`. */
export interface AvailabilitySeconds {
  readonly scheduled: Float64Array;
  readonly agreed: Float64Array;
  readonly down: Float64Array;
}

/** Service seconds of each period, those agreed to be down, and those that were down beside them. */
export function availabilitySeconds(outages: OutageColumns, input: AvailabilityInput): AvailabilitySeconds {
  const { calendar, agreed, periods } = input;
  const targets = outages.offsets.length - 1;
  const down = new Float64Array(targets * periods.length);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return { scheduled: down, agreed: down, down };
  const span = { start: first.start, end: last.end };
  const open = openSpans(calendar, span);
  const taken = intersect(open, agreed);
  const table = tableOf([open, taken, subtract(open, taken)], span);
  const edges = periods.map(({ start, end }) => [start - span.start, end - span.start] as const);
  const secondsOf = (index: number): Float64Array =>
    Float64Array.from(edges, ([start, end]) => workedAt(table, index, end) - workedAt(table, index, start));
  const sum = {
    starts: Int32Array.from(edges, ([start]) => start),
    ends: Int32Array.from(edges, ([, end]) => end),
    down,
  };
  for (let target = 0; target < targets; target += 1) {
    addDown(outages, target, { table, base: span.start, ...sum });
  }
  return { scheduled: secondsOf(0), agreed: secondsOf(1), down };
}

interface Sum {
  readonly table: ReturnType<typeof tableOf>;
  readonly base: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly down: Float64Array;
}

/** Unites the outages of a target as they come and adds each united stretch to the periods it touches. */
function addDown({ offsets, from, to }: OutageColumns, target: number, sum: Sum): void {
  const last = offsets[target + 1] as number;
  const length = sum.ends.at(-1) as number;
  const inside = (at: number): number => Math.min(Math.max(at - sum.base, 0), length);
  let start = 0;
  let end = 0;
  let period = 0;
  for (let i = offsets[target] as number; i < last; i += 1) {
    const begins = inside(from[i] as number);
    if (begins > end) {
      period = addStretch(sum, { target, period, start, end });
      start = begins;
    }
    end = Math.max(end, inside(to[i] as number));
  }
  addStretch(sum, { target, period, start, end });
}

interface Stretch {
  readonly target: number;
  readonly period: number;
  readonly start: number;
  readonly end: number;
}

/** Gives the first period that the next stretch, a later one, may touch. */
function addStretch({ table, starts, ends, down }: Sum, { target, period, start, end }: Stretch): number {
  let at = period;
  while (at < ends.length - 1 && (ends[at] as number) <= start) at += 1;
  for (let touched = at; touched < ends.length && (starts[touched] as number) < end; touched += 1) {
    const since = Math.max(start, starts[touched] as number);
    const until = Math.min(end, ends[touched] as number);
    if (until <= since) continue;
    const place = target * ends.length + touched;
    down[place] = (down[place] as number) + workedAt(table, 2, until) - workedAt(table, 2, since);
  }
  return at;
}
