import type { LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import type { Columns } from "./columns.ts";
import { judgeRecords } from "./judge-records.ts";
import { kindCount, kinds } from "./kinds.ts";
import { plansOf } from "./plan.ts";
import { type Periods, periodSlices, runOf } from "./run.ts";
import { shapesOf } from "./shapes.ts";

/** What columns are evaluated under: periods sorted and apart, and the end of what is known. */
export interface BatchInput {
  readonly levels: readonly LevelTerms[];
  readonly periods: readonly Span[];
  readonly calendars: Calendars;
  readonly knownUntil: Instant;
}

/** Counters by `level * periods + period`, in the order of both; a period that begins after what is known has none. */
export interface Counts {
  readonly inTime: Int32Array;
  /** Late by its own running. */
  readonly late: Int32Array;
  /** Late because a change of priority found the new target used up. */
  readonly lateByChange: Int32Array;
  /** Stopped without a row because the row's field is nowhere known. */
  readonly unknown: Int32Array;
  /** Under a row and neither judged, stopped nor called off at the end of the period. */
  readonly running: Int32Array;
}

/**
 * Judges levels that `canBatch` takes over the records of one kind, each period on what happened before its end
 * (semantics 52), as the plain engine does. `columns.plainOnly` is left to the caller.
 */
export const evaluateColumns = (columns: Columns, input: BatchInput): Counts => evaluate(columns, input, shapesOf);

/** The same record by record, as records of no shape are read; slower where many records have one. */
export const evaluateByRecord = (columns: Columns, input: BatchInput): Counts =>
  evaluate(columns, input, ({ count }) => ({ shapes: [], rest: Int32Array.from({ length: count }, (_, i) => i) }));

function evaluate(columns: Columns, input: BatchInput, shapesIn: typeof shapesOf): Counts {
  const { levels, calendars, periods, knownUntil } = input;
  const counters = new Int32Array(levels.length * periods.length * kindCount);
  const known = periods.filter(({ start }) => start < knownUntil);
  const until = Math.min(known.at(-1)?.end ?? Number.NEGATIVE_INFINITY, knownUntil);
  const base = firstOf(columns, until);
  if (base < until) {
    const span = { start: base as Instant, end: (until + 1) as Instant };
    const of = { base, counters, levels: levels.length, periods: edgesOf(known, span) };
    const shapes = shapesIn(columns, base);
    for (const plan of plansOf(levels, columns, { calendars, span })) judgeRecords(runOf(plan, columns, of), shapes);
  }
  return countsOf(counters, levels.length, periods.length);
}

/** The earliest event of all, at infinity where there is none before `until`. */
function firstOf(columns: Columns, until: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (let from = 0; from < columns.count; from += share) first = Math.min(first, firstIn(columns, from));
  return first < until ? first : Number.POSITIVE_INFINITY;
}

/** A function that is called often is compiled once and for all, a long loop anew each time. */
const share = 1024;

function firstIn({ happened, offsets, count }: Columns, from: number): number {
  const end = Math.min(from + share, count);
  let first = Number.POSITIVE_INFINITY;
  for (let record = from; record < end; record += 1) {
    const at = offsets[record] as number;
    if (at < (offsets[record + 1] as number)) first = Math.min(first, happened[at] as number);
  }
  return first;
}

/** Periods as seconds of the span; what lies outside of it is its nearer end. */
function edgesOf(periods: readonly Span[], span: Span): Periods {
  const inside = (at: number): number => Math.min(Math.max(at, span.start), span.end - 1) - span.start;
  const ends = Int32Array.from(periods, ({ end }) => inside(end));
  const starts = Int32Array.from(periods, ({ start }) => inside(start));
  const isTouching = starts.every((start, period) => period === 0 || start === ends[period - 1]);
  return { starts, ends, slices: periodSlices(ends), isTouching };
}

function countsOf(counters: Int32Array, levels: number, periods: number): Counts {
  const at = (index: number, kind: number): number =>
    ((index % periods) * kindCount + kind) * levels + Math.floor(index / periods);
  const of = (kind: number): Int32Array =>
    Int32Array.from({ length: levels * periods }, (_, index) => counters[at(index, kind)] as number);
  return {
    inTime: of(kinds.inTime),
    late: of(kinds.late),
    lateByChange: of(kinds.lateByChange),
    unknown: of(kinds.unknown),
    running: of(kinds.running),
  };
}
