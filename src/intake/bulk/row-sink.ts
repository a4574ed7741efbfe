import { type ByteStamps, noStamp, oddStamp } from "./byte-stamps.ts";
import { type ByteWords, byteWords, type Words } from "./byte-words.ts";
import { type Layout, takes } from "./layout.ts";
import { type Numbers, numbers } from "./numbers.ts";

/** The rows of a part of a file as columns of numbers, in the order of the file. */
export interface Scanned {
  readonly rows: number;
  /** Code of the row's record among `records`; -1 for none. */
  readonly record: Int32Array;
  /** A whole number by which rows are put in order; `noStamp` where the cell is empty. */
  readonly order: Int32Array;
  /** Epoch seconds of each stamp column; `noStamp` where the cell says nothing. */
  readonly stamps: readonly Int32Array[];
  /** Codes of each word column among its `words`; -1 for none. */
  readonly codes: readonly Int32Array[];
  /** Rows that only the ordinary way can judge. */
  readonly odd: Int32Array;
  readonly records: Words;
  readonly words: readonly Words[];
  /** Some rows, and where they begin, in bytes of the file. */
  readonly placed: Int32Array;
  readonly places: Float64Array;
  /** True where empty lines end it. */
  readonly hasEnded: boolean;
  /** False where the last row has no line end. */
  readonly isClosed: boolean;
}

/** Rows as they are taken; `isOdd` is that of the last. */
export interface RowSink {
  readonly layout: Layout;
  readonly readStamp: ByteStamps;
  readonly record: Numbers;
  readonly order: Numbers;
  readonly stamps: readonly Numbers[];
  readonly codes: readonly Numbers[];
  readonly records: ByteWords;
  readonly words: readonly ByteWords[];
  readonly odd: number[];
  readonly places: number[];
  count: number;
  isOdd: boolean;
  /** True once an empty line was seen: no row may follow. */
  hasEnded: boolean;
  isClosed: boolean;
}

export const rowSink = (layout: Layout, readStamp: ByteStamps): RowSink => ({
  ...{ layout, readStamp, record: numbers(), order: numbers() },
  ...{ stamps: layout.stamps.map(numbers), codes: layout.words.map(numbers) },
  ...{ records: byteWords(), words: layout.words.map(byteWords), odd: [], places: [] },
  ...{ count: 0, isOdd: false, hasEnded: false, isClosed: true },
});

/** Every so many rows the place of one is kept. */
const step = 64;

/** Begins the row at a place of the file, with nothing in its cells; the row before is complete. */
export function openRow(sink: RowSink, place: number): void {
  if (sink.isOdd) sink.odd.push(sink.count - 1);
  sink.isOdd = false;
  if (sink.count % step === 0) sink.places.push(place);
  sink.record.push(-1);
  sink.order.push(noStamp);
  for (const each of sink.stamps) each.push(noStamp);
  for (const each of sink.codes) each.push(-1);
}

interface Cell {
  readonly column: number;
  readonly from: number;
  readonly until: number;
}

/** Takes what the layout asks of a cell of the last row. */
export function takeCell(sink: RowSink, buffer: Uint8Array, { column, from, until }: Cell): void {
  const { layout, count } = sink;
  const at = layout.place[column] as number;
  switch (layout.role[column]) {
    case takes.record:
      if (isPlainId(buffer, from, until)) sink.record.set(count, sink.records.codeOf(buffer, from, until));
      else sink.isOdd = true;
      return;
    case takes.order:
      setNumber(sink, sink.order, orderIn(buffer, from, until));
      return;
    case takes.stamp:
      setNumber(sink, sink.stamps[at] as Numbers, sink.readStamp(buffer, from, until));
      return;
    default:
      (sink.codes[at] as Numbers).set(count, (sink.words[at] as ByteWords).codeOf(buffer, from, until));
  }
}

function setNumber(sink: RowSink, into: Numbers, value: number): void {
  if (value === oddStamp) sink.isOdd = true;
  else into.set(sink.count, value);
}

/** Visible letters of one byte each, at both ends too, so that equal ids have equal bytes. */
function isPlainId(buffer: Uint8Array, from: number, until: number): boolean {
  if (from === until || buffer[from] === 32 || buffer[until - 1] === 32) return false;
  for (let i = from; i < until; i += 1) {
    const byte = buffer[i] as number;
    if (byte < 32 || byte > 126) return false;
  }
  return true;
}

/** A whole number of at most nine digits. */
function orderIn(buffer: Uint8Array, from: number, until: number): number {
  if (from === until) return noStamp;
  if (until - from > 9) return oddStamp;
  let value = 0;
  for (let i = from; i < until; i += 1) {
    const digit = (buffer[i] as number) - 48;
    if (digit < 0 || digit > 9) return oddStamp;
    value = value * 10 + digit;
  }
  return value;
}

/** The rows that were taken, the last of them complete. */
export function scannedOf(sink: RowSink): Scanned {
  if (sink.isOdd) sink.odd.push(sink.count - 1);
  return {
    rows: sink.count,
    record: sink.record.done(),
    order: sink.order.done(),
    stamps: sink.stamps.map((each) => each.done()),
    codes: sink.codes.map((each) => each.done()),
    odd: Int32Array.from(sink.odd),
    records: sink.records.done(),
    words: sink.words.map((each) => each.done()),
    placed: Int32Array.from(sink.places, (_, index) => index * step),
    places: Float64Array.from(sink.places),
    hasEnded: sink.hasEnded,
    isClosed: sink.isClosed,
  };
}
