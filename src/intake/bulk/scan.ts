import type { ByteSource } from "./byte-source.ts";
import { type ByteStamps, noStamp, oddStamp } from "./byte-stamps.ts";
import { type ByteWords, byteWords, type Words } from "./byte-words.ts";
import { type Layout, takes } from "./layout.ts";
import { numbers } from "./numbers.ts";

/** The rows of a part of a file as columns of numbers, in the order of the file. */
export interface Scanned {
  readonly rows: number;
  /** Code of the row's record among `records`. */
  readonly record: Int32Array;
  /** A whole number by which rows are put in order; `noStamp` where the cell is empty. */
  readonly order: Int32Array;
  /** Epoch seconds of each stamp column; `noStamp` where the cell says nothing. */
  readonly stamps: readonly Int32Array[];
  /** Codes of each word column among its `words`. */
  readonly codes: readonly Int32Array[];
  /** Rows that only the ordinary way can judge. */
  readonly odd: Int32Array;
  readonly records: Words;
  readonly words: readonly Words[];
  /** Where every `step`th row begins, in bytes of the file. */
  readonly places: Float64Array;
  /** False where the last row has no line end. */
  readonly isClosed: boolean;
}

/** Every so many rows the place of one is kept. */
export const step = 64;

export interface Scanning {
  readonly bytes: ByteSource;
  readonly from: number;
  readonly until: number;
  readonly layout: Layout;
  readonly stamps: ByteStamps;
  readonly onProgress?: (bytes: number) => void;
}

const [line, carriage, quote, minus] = [10, 13, 34, 45];
const block = 1 << 22;

/**
 * Scans the lines of a part that begins and ends with a line. Null where the file is not plain: a quote that does not
 * close before its cell ends, a lone carriage return, an empty line between rows, a line without end.
 */
export function scan(scanning: Scanning): Scanned | null {
  const { bytes, until } = scanning;
  const rows = openRows(scanning);
  const buffer = new Uint8Array(block);
  let [at, kept] = [scanning.from, 0];
  while (at < until) {
    const read = bytes.read(buffer.subarray(kept, Math.min(block, kept + until - at)), at);
    if (read === 0) return null;
    at += read;
    const end = kept + read;
    const isLast = at >= until;
    let whole = isLast ? end : buffer.lastIndexOf(line, end - 1) + 1;
    if (whole === 0) return null;
    if (isLast && buffer[end - 1] !== line) {
      if (end === block || buffer[end - 1] === carriage) return null;
      buffer[end] = line;
      whole = end + 1;
      rows.leaveOpen();
    }
    if (!rows.take(buffer, whole, at - end)) return null;
    buffer.copyWithin(0, whole, end);
    kept = Math.max(0, end - whole);
    scanning.onProgress?.(at - scanning.from);
  }
  return rows.done();
}

function openRows({ layout, stamps: readStamp }: Scanning) {
  const { separator, role, place } = layout;
  const kind = new Uint8Array(256);
  for (const each of [separator, line, carriage, quote, 0]) kind[each] = 1;
  const records = byteWords();
  const words: readonly ByteWords[] = layout.words.map(byteWords);
  const [record, order, odd] = [numbers(), numbers(), numbers()];
  const stamps = layout.stamps.map(numbers);
  const codes = layout.words.map(numbers);
  const places: number[] = [];
  const width = role.length;
  let [count, isOdd, isEmptySeen, isClosed] = [0, false, false, true];
  return { take, leaveOpen: () => void (isClosed = false), done };

  /** Takes whole lines; false where they are not plain. `base` is the place of the first byte in the file. */
  function take(buffer: Uint8Array, end: number, base: number): boolean {
    let p = 0;
    while (p < end) {
      const start = p;
      const next = takeLine(buffer, p);
      if (next < 0) return false;
      p = next;
      if (isEmptySeen) continue;
      if (count % step === 0) places.push(base + start);
      if (isOdd) odd.push(count);
      count += 1;
    }
    return true;
  }

  /** Takes one line; where the next begins, or -1 where it is not plain. */
  function takeLine(buffer: Uint8Array, start: number): number {
    let p = start;
    let column = 0;
    isOdd = false;
    if (isEmpty(buffer, start)) {
      isEmptySeen = true;
      return buffer[start] === line ? start + 1 : start + 2;
    }
    if (isEmptySeen) return -1;
    padRow();
    for (;;) {
      let from = p;
      let until: number;
      if (buffer[p] === quote) {
        from = p + 1;
        until = closing(buffer, from);
        if (until < 0) return -1;
        p = until + 1;
      } else {
        for (;;) {
          while (kind[buffer[p] as number] === 0) p += 1;
          if (buffer[p] !== 0) break;
          isOdd = true;
          p += 1;
        }
        until = p;
      }
      let ended = buffer[p] as number;
      if (ended === carriage && buffer[p + 1] === line) {
        p += 1;
        ended = line;
      }
      if (ended !== separator && ended !== line) return -1;
      if (column < width && role[column] !== takes.nothing) takeCell(buffer, { column, from, until });
      column += 1;
      p += 1;
      if (ended === line) break;
    }
    if (column !== width) isOdd = true;
    return column === 1 && width > 1 ? -1 : p;
  }

  /** The place of the quote that closes a cell; -1 where the line ends before. Quotes within make the row odd. */
  function closing(buffer: Uint8Array, from: number): number {
    for (let p = from; ; p += 1) {
      const byte = buffer[p] as number;
      if (byte === line || byte === carriage) return -1;
      if (byte === 0) isOdd = true;
      if (byte !== quote) continue;
      if (buffer[p + 1] !== quote) return p;
      isOdd = true;
      p += 1;
    }
  }

  function padRow(): void {
    record.push(-1);
    order.push(noStamp);
    for (const each of stamps) each.push(noStamp);
    for (const each of codes) each.push(-1);
  }

  function takeCell(
    buffer: Uint8Array,
    { column, from, until }: { column: number; from: number; until: number },
  ): void {
    const at = place[column] as number;
    switch (role[column]) {
      case takes.record:
        if (isPlainId(buffer, from, until)) record.set(count, records.codeOf(buffer, from, until));
        else isOdd = true;
        return;
      case takes.order:
        setNumber(order, orderIn(buffer, from, until));
        return;
      case takes.stamp:
        setNumber(stamps[at] as (typeof stamps)[number], readStamp(buffer, from, until));
        return;
      default:
        (codes[at] as (typeof codes)[number]).set(count, (words[at] as ByteWords).codeOf(buffer, from, until));
    }
  }

  function setNumber(into: ReturnType<typeof numbers>, value: number): void {
    if (value === oddStamp) isOdd = true;
    else into.set(count, value);
  }

  function done(): Scanned {
    return {
      ...{ rows: count, record: record.done(), order: order.done(), odd: odd.done() },
      ...{ stamps: stamps.map((each) => each.done()), codes: codes.map((each) => each.done()) },
      ...{ records: records.done(), words: words.map((each) => each.done()) },
      ...{ places: Float64Array.from(places), isClosed },
    };
  }
}

const isEmpty = (buffer: Uint8Array, p: number): boolean =>
  buffer[p] === line || (buffer[p] === carriage && buffer[p + 1] === line);

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
  if (until - from > 9 || buffer[from] === minus) return oddStamp;
  let value = 0;
  for (let i = from; i < until; i += 1) {
    const digit = (buffer[i] as number) - 48;
    if (digit < 0 || digit > 9) return oddStamp;
    value = value * 10 + digit;
  }
  return value;
}
