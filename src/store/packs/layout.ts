import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Change } from "../../engine/record/record.ts";

/**
 * A pack, unpacked: the length of its head in bytes and the number of its events (32 bits each, the low byte first),
 * the head as JSON, zeros up to a multiple of eight, then a column for each number of an event.
 */
export interface Head {
  /** Null where there is no record. */
  readonly kind: RecordKind | null;
  readonly tools: readonly string[];
  readonly files: readonly string[];
  readonly changes: readonly Change[];
  /** Of each record: its id, the number of its tool, how many events it has. */
  readonly ids: readonly string[];
  readonly tool: readonly number[];
  readonly counts: readonly number[];
  /** Numbers of the records that several files tell of. */
  readonly joined: readonly number[];
}

/** Of each event, record by record. */
export interface Columns {
  readonly happened: Float64Array;
  readonly learned: Float64Array;
  readonly sequence: Float64Array;
  readonly line: Int32Array;
  readonly file: Int32Array;
  readonly change: Int32Array;
}

/** Bytes before the columns. */
export const headerSize = (head: number): number => Math.ceil((8 + head) / 8) * 8;

/** The columns as they lie in a buffer from an offset on. */
export function columnsIn(buffer: ArrayBufferLike, begin: number, events: number): Columns {
  const wide = (column: number) => new Float64Array(buffer, begin + column * 8 * events, events);
  const narrow = (column: number) => new Int32Array(buffer, begin + (24 + column * 4) * events, events);
  return {
    happened: wide(0),
    learned: wide(1),
    sequence: wide(2),
    line: narrow(0),
    file: narrow(1),
    change: narrow(2),
  };
}
