import type { ByteStamps } from "./byte-stamps.ts";
import { type Layout, takes } from "./layout.ts";
import { openRow, type RowSink, rowSink, takeCell } from "./row-sink.ts";

export const [line, carriage, quote] = [10, 13, 34];

/** Lines on their way into rows. */
interface Lines {
  readonly layout: Layout;
  readonly sink: RowSink;
  /** 1 for the bytes that end a cell or make it odd. */
  readonly ends: Uint8Array;
}

export function linesOf(layout: Layout, stamps: ByteStamps): Lines {
  const ends = new Uint8Array(256);
  for (const each of [layout.separator, line, carriage, quote, 0]) ends[each] = 1;
  return { layout, sink: rowSink(layout, stamps), ends };
}

/** Takes whole lines; false where they are not plain. `base` is the place of the first byte in the file. */
export function takeLines(lines: Lines, buffer: Uint8Array, of: { end: number; base: number }): boolean {
  let p = 0;
  while (p < of.end) {
    if (buffer[p] === line || (buffer[p] === carriage && buffer[p + 1] === line)) {
      lines.sink.hasEnded = true;
      p += buffer[p] === line ? 1 : 2;
      continue;
    }
    if (lines.sink.hasEnded) return false;
    openRow(lines.sink, of.base + p);
    p = takeLine(lines, buffer, p);
    if (p < 0) return false;
    lines.sink.count += 1;
  }
  return true;
}

/** Takes one line; where the next begins, or -1 where it is not plain. */
function takeLine(lines: Lines, buffer: Uint8Array, start: number): number {
  const { layout, sink } = lines;
  const { separator, role } = layout;
  let p = start;
  for (let column = 0; ; column += 1) {
    const isQuoted = buffer[p] === quote;
    const from = isQuoted ? p + 1 : p;
    const until = isQuoted ? closingQuote(sink, buffer, from) : endOfCell(lines, buffer, from);
    if (until < 0) return -1;
    p = isQuoted ? until + 1 : until;
    if (buffer[p] === carriage && buffer[p + 1] === line) p += 1;
    const ended = buffer[p];
    if (ended !== separator && ended !== line) return -1;
    if (column < role.length && role[column] !== takes.nothing) takeCell(sink, buffer, { column, from, until });
    p += 1;
    if (ended === separator) continue;
    if (column + 1 !== role.length) sink.isOdd = true;
    return column === 0 ? -1 : p;
  }
}

/** The byte that ends an unquoted cell: a separator, a line end, or what is not plain. */
function endOfCell({ ends, sink }: Lines, buffer: Uint8Array, from: number): number {
  for (let p = from; ; p += 1) {
    while (ends[buffer[p] as number] === 0) p += 1;
    if (buffer[p] !== 0) return p;
    sink.isOdd = true;
  }
}

/** The quote that closes a cell; -1 where the line ends before. Quotes within make the row odd. */
function closingQuote(sink: RowSink, buffer: Uint8Array, from: number): number {
  for (let p = from; ; p += 1) {
    const byte = buffer[p] as number;
    if (byte === line || byte === carriage) return -1;
    if (byte === 0) sink.isOdd = true;
    if (byte !== quote) continue;
    if (buffer[p + 1] !== quote) return p;
    sink.isOdd = true;
    p += 1;
  }
}
