import type { ByteSource } from "./byte-source.ts";
import type { ByteStamps } from "./byte-stamps.ts";
import type { Layout } from "./layout.ts";
import { carriage, line, linesOf, takeLines } from "./lines.ts";
import { type Scanned, scannedOf } from "./row-sink.ts";

export interface Scanning {
  readonly bytes: ByteSource;
  readonly from: number;
  readonly until: number;
  readonly layout: Layout;
  readonly stamps: ByteStamps;
  readonly onProgress?: (bytes: number) => void;
}

/** Bytes that are read at once; no line is longer. */
const block = 1 << 22;

/**
 * Scans the lines of a part that begins and ends with a line. Null where the file is not plain: a quote that does not
 * close before its cell ends, a lone carriage return, an empty line between rows, a line without end.
 */
export function scan({ bytes, from, until, layout, stamps, onProgress }: Scanning): Scanned | null {
  const lines = linesOf(layout, stamps);
  const buffer = new Uint8Array(block);
  let [at, kept] = [from, 0];
  while (at < until) {
    const read = bytes.read(buffer.subarray(kept, Math.min(block, kept + until - at)), at);
    if (read === 0) return null;
    at += read;
    let end = kept + read;
    const base = at - end;
    if (at >= until && buffer[end - 1] !== line) {
      if (end === block || buffer[end - 1] === carriage) return null;
      buffer[end] = line;
      end += 1;
      lines.sink.isClosed = false;
    }
    const whole = buffer.lastIndexOf(line, end - 1) + 1;
    if (whole === 0 || !takeLines(lines, buffer, { end: whole, base })) return null;
    buffer.copyWithin(0, whole, end);
    kept = end - whole;
    onProgress?.(at - from);
  }
  return scannedOf(lines.sink);
}
