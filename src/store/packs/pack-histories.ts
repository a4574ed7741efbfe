import { zstdCompressSync } from "node:zlib";
import type { Change } from "../../engine/record/record.ts";
import { sha256 } from "../canonical.ts";
import { eventsOf, type History } from "./history.ts";
import { type Columns, columnsIn, type Head, headerSize } from "./layout.ts";

/** Histories of one kind as bytes, with the digest of the bytes. */
export interface Pack {
  readonly records: number;
  readonly events: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** Packs histories of one kind: words once, numbers in columns. The same histories in another order are another pack. */
export function packHistories(histories: readonly History[]): Pack {
  const bytes = zstdCompressSync(payloadOf(histories));
  return { records: histories.length, events: eventsOf(histories), sha256: sha256(bytes), bytes };
}

/** What a pack is before it is made small: the same bytes for the same histories in the same order. */
export function payloadOf(histories: readonly History[]): Uint8Array {
  const events = eventsOf(histories);
  const tools = interned<string>((tool) => tool);
  const files = interned<string>((file) => file);
  const changes = interned<Change>(JSON.stringify);
  const columns = emptyColumns(events);
  let at = 0;
  for (const { happened, learned, sequence, source, change } of histories.flatMap((each) => each.events)) {
    columns.happened[at] = happened;
    columns.learned[at] = learned;
    columns.sequence[at] = sequence;
    columns.line[at] = source.row;
    columns.file[at] = files.indexOf(source.file);
    columns.change[at] = changes.indexOf(change);
    at += 1;
  }
  const head: Head = {
    kind: histories[0]?.kind ?? null,
    tools: tools.all,
    files: files.all,
    changes: changes.all,
    ids: histories.map(({ id }) => id),
    tool: histories.map(({ tool }) => tools.indexOf(tool)),
    counts: histories.map((each) => each.events.length),
    joined: histories.flatMap(({ joined }, index) => (joined ? [index] : [])),
  };
  return written(head, columns);
}

function emptyColumns(events: number): Columns {
  return columnsIn(new ArrayBuffer(events * 36), 0, events);
}

function written(head: Head, columns: Columns): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(head));
  const begin = headerSize(text.length);
  const numbers = new Uint8Array(columns.happened.buffer);
  const payload = new Uint8Array(begin + numbers.length);
  const view = new DataView(payload.buffer);
  view.setUint32(0, text.length, true);
  view.setUint32(4, columns.happened.length, true);
  payload.set(text, 8);
  payload.set(numbers, begin);
  return payload;
}

/** Gives equal values the same number, in the order in which they are first seen. */
function interned<T>(keyOf: (value: T) => string): { readonly all: T[]; readonly indexOf: (value: T) => number } {
  const known = new Map<string, number>();
  const all: T[] = [];
  const indexOf = (value: T): number => {
    const key = keyOf(value);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, all.length);
    all.push(value);
    return all.length - 1;
  };
  return { all, indexOf };
}
