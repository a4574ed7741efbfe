import type { Calendar } from "../calendar/calendar.ts";
import { openSpans } from "../calendar/service-time.ts";
import { lengthOf, type Span } from "../time/span.ts";

/**
 * Several calendars over one span as arrays, cut into the same slices of time. Instants are seconds since the start of the span.
 */
export interface ServiceTable {
  readonly calendars: number;
  readonly shift: number;
  /** True where no slice touches two openings of one calendar, so that none has to be stepped over. */
  readonly isFine: boolean;
  readonly sliceCount: number;
  /** By `calendar * sliceCount + slice`: where its first opening stands that ends after the start of the slice. */
  readonly slices: Int32Array;
  /** Four numbers an opening: start, length, service seconds up to its end, and nothing. */
  readonly openings: Int32Array;
}

/** Later than every instant of a span. */
export const never = 2 ** 31 - 1;

/** Compiles calendars over a span of at most 68 years. */
export const serviceTable = (calendars: readonly Calendar[], span: Span): ServiceTable =>
  tableOf(
    calendars.map((calendar) => openSpans(calendar, span)),
    span,
  );

/** The same of spans that are sorted, apart and within one span. */
export function tableOf(spans: readonly (readonly Span[])[], span: Span): ServiceTable {
  const length = lengthOf(span);
  if (length >= never) throw new Error(`a span of ${length} seconds is too long for columns`);
  const gap = Math.min(...spans.map(shortestGap));
  const shift = shiftOf(length, gap);
  const count = spans.length;
  const sliceCount = (length >> shift) + 1;
  const slices = new Int32Array(sliceCount * count);
  const openings: number[] = [];
  for (const [calendar, own] of spans.entries()) {
    const first = openings.length;
    append(openings, own, span.start);
    fill(slices, openings, { first, from: calendar * sliceCount, sliceCount, shift });
  }
  return {
    calendars: count,
    sliceCount,
    shift,
    isFine: gap >= 2 ** shift,
    slices,
    openings: Int32Array.from(openings),
  };
}

const shortestGap = (spans: readonly Span[]): number =>
  spans.reduce((least, { start }, i) => Math.min(least, i === 0 ? least : start - (spans[i - 1] as Span).end), 2 ** 16);

/** A slice is as long as the shortest gap, from five minutes to a day; longer where a span would have a million. */
function shiftOf(length: number, gap: number): number {
  const shift = Math.max(8, Math.floor(Math.log2(gap)));
  return Math.max(shift, Math.ceil(Math.log2(Math.max(1, length))) - 20);
}

/** Two openings that never come end those of a calendar, so that a step on is always lawful. */
function append(openings: number[], spans: readonly Span[], base: number): void {
  let total = 0;
  for (const each of spans) {
    total += lengthOf(each);
    openings.push(each.start - base, lengthOf(each), total, 0);
  }
  openings.push(never, 0, total, 0, never, 0, total, 0);
}

interface Place {
  readonly first: number;
  readonly from: number;
  readonly sliceCount: number;
  readonly shift: number;
}

function fill(slices: Int32Array, openings: readonly number[], { first, from, sliceCount, shift }: Place): void {
  let at = first;
  for (let slice = 0; slice < sliceCount; slice += 1) {
    while ((openings[at] as number) + (openings[at + 1] as number) <= slice * 2 ** shift) at += 4;
    slices[from + slice] = at;
  }
}

/** Service seconds before an instant: load, step on, subtract, clamp by the sign bit, which is quicker than asking. */
export function workedAt({ slices, openings, shift, sliceCount }: ServiceTable, calendar: number, at: number): number {
  let opening = slices[calendar * sliceCount + (at >> shift)] as number;
  while ((openings[opening + 4] as number) <= at) opening += 4;
  const begun = at - (openings[opening] as number);
  const rest = (begun & ~(begun >> 31)) - (openings[opening + 1] as number);
  return (openings[opening + 2] as number) + (rest & (rest >> 31));
}

interface Instants {
  readonly from: Int32Array;
  readonly into: Int32Array;
}

/** The same for the first `count` of many instants. */
export function workedOver(
  table: ServiceTable,
  { calendar, count }: { readonly calendar: number; readonly count: number },
  { from, into }: Instants,
): void {
  if (!table.isFine) {
    for (let i = 0; i < count; i += 1) into[i] = workedAt(table, calendar, from[i] as number);
    return;
  }
  const { slices, openings, shift, sliceCount } = table;
  const first = calendar * sliceCount;
  for (let i = 0; i < count; i += 1) {
    const at = from[i] as number;
    const opening = slices[first + (at >> shift)] as number;
    const begun = at - (openings[opening] as number);
    const rest = (begun & ~(begun >> 31)) - (openings[opening + 1] as number);
    into[i] = (openings[opening + 2] as number) + (rest & (rest >> 31));
  }
}

interface Pairs {
  /** The first `count` of `times` are starts, the next as many ends. */
  readonly times: Int32Array;
  readonly first: number;
  readonly count: number;
  readonly into: Int32Array;
  readonly at: number;
}

/** Adds the service seconds from one instant to another, for many pairs, to as many sums. */
export function addElapsed(table: ServiceTable, calendar: number, { times, first, count, into, at }: Pairs): void {
  const { slices, openings, shift, sliceCount } = table;
  if (!table.isFine) {
    for (let i = 0; i < count; i += 1) {
      const before = workedAt(table, calendar, times[first + i] as number);
      into[at + i] = (into[at + i] as number) + workedAt(table, calendar, times[first + count + i] as number) - before;
    }
    return;
  }
  const from = calendar * sliceCount;
  for (let i = 0; i < count; i += 1) {
    const start = times[first + i] as number;
    const end = times[first + count + i] as number;
    const one = slices[from + (start >> shift)] as number;
    const two = slices[from + (end >> shift)] as number;
    const begun = start - (openings[one] as number);
    const ended = end - (openings[two] as number);
    const over = (begun & ~(begun >> 31)) - (openings[one + 1] as number);
    const rest = (ended & ~(ended >> 31)) - (openings[two + 1] as number);
    const before = (openings[one + 2] as number) + (over & (over >> 31));
    into[at + i] = (into[at + i] as number) + (openings[two + 2] as number) + (rest & (rest >> 31)) - before;
  }
}

/** The start of the first service second after `total` of them, not before `from`; `never` beyond the span. */
export function instantAfter(table: ServiceTable, calendar: number, of: { total: number; from: number }): number {
  const { slices, openings, shift, sliceCount } = table;
  let at = slices[calendar * sliceCount + (of.from >> shift)] as number;
  while ((openings[at + 2] as number) <= of.total) {
    if (openings[at] === never) return never;
    at += 4;
  }
  const start = (openings[at] as number) + (openings[at + 1] as number) + of.total - (openings[at + 2] as number);
  return Math.max(of.from, start);
}
