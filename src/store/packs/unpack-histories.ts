import { zstdDecompressSync } from "node:zlib";
import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Change, RecordEvent } from "../../engine/record/record.ts";
import { instant } from "../../engine/time/instant.ts";
import { sha256 } from "../canonical.ts";
import type { History } from "./history.ts";
import { type Columns, columnsIn, type Head, headerSize } from "./layout.ts";
import type { Pack } from "./pack-histories.ts";

/** What a pack holds, and the digest of it before it was made small, by which an evaluation names it. */
export interface Unpacked {
  readonly histories: readonly History[];
  readonly content: string;
}

/** True where the bytes of a pack are those that its digest was made of. */
export const isWhole = (pack: Pick<Pack, "bytes" | "sha256">): boolean => sha256(pack.bytes) === pack.sha256;

/** Unpacks bytes that are whole. */
export function unpackHistories(bytes: Uint8Array): Unpacked {
  const payload = inflated(bytes);
  const view = new DataView(payload.buffer, payload.byteOffset);
  const [length, events] = [view.getUint32(0, true), view.getUint32(4, true)];
  const head = JSON.parse(new TextDecoder().decode(payload.subarray(8, 8 + length))) as Head;
  const columns = columnsIn(payload.buffer, payload.byteOffset + headerSize(length), events);
  return { histories: historiesOf(head, columns), content: sha256(payload) };
}

/** Copied where it does not lie on a multiple of eight, which the columns need. */
function inflated(bytes: Uint8Array): Uint8Array {
  const payload = zstdDecompressSync(bytes);
  return payload.byteOffset % 8 === 0 ? payload : new Uint8Array(payload);
}

function historiesOf(head: Head, columns: Columns): readonly History[] {
  const joined = new Set(head.joined);
  let end = 0;
  return head.ids.map((id, index) => {
    const first = end;
    end += head.counts[index] ?? 0;
    return {
      id,
      kind: head.kind as RecordKind,
      tool: head.tools[head.tool[index] ?? 0] ?? "",
      events: eventsIn(head, columns, { first, end }),
      joined: joined.has(index),
    };
  });
}

function eventsIn(head: Head, columns: Columns, { first, end }: { readonly first: number; readonly end: number }) {
  const events: RecordEvent[] = [];
  for (let at = first; at < end; at += 1) {
    events.push({
      happened: instant(columns.happened[at] as number),
      learned: instant(columns.learned[at] as number),
      sequence: columns.sequence[at] as number,
      source: { file: head.files[columns.file[at] as number] ?? "", row: columns.line[at] as number },
      change: head.changes[columns.change[at] as number] as Change,
    });
  }
  return events;
}
