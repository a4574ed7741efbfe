import type { Calendar } from "../calendar/calendar.ts";
import { openSpans } from "../calendar/service-time.ts";
import { lengthOf, type Span } from "../time/span.ts";

/**
 * A calendar over a span as arrays of whole seconds. Instants are epoch seconds; one outside of the span counts as
 * its nearer end.
 */
export interface CompiledCalendar {
  /** Service seconds of the span before an instant, without a search. */
  readonly workedAt: (at: number) => number;
  /** Service seconds in [from, to); 0 where the range is reversed (semantics 34). */
  readonly elapsed: (from: number, to: number) => number;
  /** The same for every pair of two arrays of one length, into a third. */
  readonly elapsedOver: (from: Int32Array, to: Int32Array, into: Int32Array) => void;
  /** The earliest instant with `seconds` (0 or more) counted since `from`, moved on to service time; null beyond the span. */
  readonly firstAfter: (from: number, seconds: number) => number | null;
}

/** Openings as sorted seconds of the span, the running total before each, and a table from a slice of time to its opening. */
interface Table {
  readonly base: number;
  readonly length: number;
  readonly start: Int32Array;
  readonly open: Int32Array;
  readonly before: Int32Array;
  readonly slices: Int32Array;
  readonly shift: number;
}

/** Compiles the openings of a calendar over a span of at most 68 years. */
export function compiledCalendar(calendar: Calendar, span: Span): CompiledCalendar {
  const table = tableOf(openSpans(calendar, span), span);
  const workedAt = table.slices.length > 0 ? bySlice(table) : bySearch(table);
  const firstAfter = (from: number, seconds: number): number | null => firstIn(table, workedAt(from) + seconds, from);
  return { workedAt, elapsed, elapsedOver, firstAfter };

  function elapsed(from: number, to: number): number {
    return to <= from ? 0 : workedAt(to) - workedAt(from);
  }

  function elapsedOver(from: Int32Array, to: Int32Array, into: Int32Array): void {
    for (let i = 0; i < into.length; i += 1) {
      const seconds = workedAt(to[i] as number) - workedAt(from[i] as number);
      into[i] = seconds & ~(seconds >> 31);
    }
  }
}

/** A slice is no longer than the shortest gap, so that no slice touches two openings. */
function tableOf(spans: readonly Span[], { start: base, end }: Span): Table {
  const length = end - base;
  const start = Int32Array.from([...spans.map((each) => each.start - base), length]);
  const open = Int32Array.from([...spans.map(lengthOf), 0]);
  const before = new Int32Array(start.length);
  for (let i = 1; i < before.length; i += 1) before[i] = (before[i - 1] as number) + (open[i - 1] as number);
  const shift = shiftOf(start, open);
  return { base, length, start, open, before, shift, slices: slicesOf(start, open, { length, shift }) };
}

/** Seconds of a slice as a power of two: from about a minute, below which a search is used, to a day. */
const [shortest, longest] = [6, 16];

function shiftOf(start: Int32Array, open: Int32Array): number {
  let gap = 2 ** longest;
  for (let i = 0; i + 2 < start.length; i += 1) {
    gap = Math.min(gap, (start[i + 1] as number) - (start[i] as number) - (open[i] as number));
  }
  return Math.floor(Math.log2(Math.max(1, gap)));
}

function slicesOf(
  start: Int32Array,
  open: Int32Array,
  { length, shift }: { readonly length: number; readonly shift: number },
): Int32Array {
  if (shift < shortest) return new Int32Array(0);
  const slices = new Int32Array((length >> shift) + 1);
  let index = 0;
  for (let slice = 0; slice < slices.length; slice += 1) {
    const from = slice * 2 ** shift;
    while (index < start.length - 1 && (start[index] as number) + (open[index] as number) <= from) index += 1;
    slices[slice] = index;
  }
  return slices;
}

/** Load, subtract, clamp, add: the clamps are done by the sign bit, which is quicker than asking. */
function bySlice({ base, length, start, open, before, slices, shift }: Table): (at: number) => number {
  return (at) => {
    const inside = within(at - base, length);
    const index = slices[inside >> shift] as number;
    const begun = inside - (start[index] as number);
    const positive = begun & ~(begun >> 31);
    const rest = positive - (open[index] as number);
    return (before[index] as number) + (open[index] as number) + (rest & (rest >> 31));
  };
}

function bySearch({ base, length, start, open, before }: Table): (at: number) => number {
  return (at) => {
    const inside = within(at - base, length);
    const index = lastAtMost(start, inside);
    if (index < 0) return 0;
    return (before[index] as number) + Math.min(inside - (start[index] as number), open[index] as number);
  };
}

const within = (seconds: number, length: number): number => (seconds < 0 ? 0 : seconds > length ? length : seconds);

/** The start of the first service second after `total` of them, not before `from`. */
function firstIn({ base, start, open, before }: Table, total: number, from: number): number | null {
  const index = lastAtMost(before, total);
  if (index < 0 || index >= start.length - 1 || total - (before[index] as number) >= (open[index] as number))
    return null;
  return Math.max(from, base + (start[index] as number) + total - (before[index] as number));
}

/** Index of the last of sorted numbers that is at most `value`; -1 for none. */
export function lastAtMost(sorted: Int32Array | Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
