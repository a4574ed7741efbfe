import { parentPort, workerData } from "node:worker_threads";
import type { Instant } from "../../engine/time/instant.ts";
import { byteSource } from "../../intake/bulk/byte-source.ts";
import { byteStamps } from "../../intake/bulk/byte-stamps.ts";
import { decoderOf } from "../../intake/bulk/decoder.ts";
import type { Layout } from "../../intake/bulk/layout.ts";
import type { Scanned } from "../../intake/bulk/row-sink.ts";
import { scan } from "../../intake/bulk/scan.ts";
import { planOf } from "../../intake/plan.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { readZone } from "../../wire/zones.ts";

/** The part of a file that a thread scans. */
export interface ScanWork {
  readonly path: string;
  readonly file: string;
  readonly mapping: Mapping;
  readonly learned: Instant;
  readonly layout: Layout;
  readonly from: number;
  readonly until: number;
}

/** What a thread says: how many bytes it has scanned, or at its end its rows (null: not plain). */
export type ScanSaid = { readonly bytes: number } | { readonly scanned: Scanned | null };

const say = (said: ScanSaid, given: readonly ArrayBuffer[] = []): void => parentPort?.postMessage(said, [...given]);

function work({ path, file, mapping, learned, layout, from, until }: ScanWork): void {
  const zone = readZone(mapping.stamps.time_zone);
  if (zone === null) throw new Error(`no time zone ${mapping.stamps.time_zone}`);
  const stamps = byteStamps(planOf({ mapping, file, learned, zone }), decoderOf(mapping.file.encoding));
  const bytes = byteSource({ path });
  const scanned = scan({ bytes, from, until, layout, stamps, onProgress: (done) => say({ bytes: done }) });
  bytes.close();
  say({ scanned }, scanned ? buffersOf(scanned) : []);
}

/** The arrays are handed over, not copied. */
function buffersOf({ record, order, stamps, codes, odd, records, words, placed, places }: Scanned): ArrayBuffer[] {
  const dictionaries = [records, ...words].flatMap(({ bytes, ends }) => [bytes, ends]);
  return [record, order, ...stamps, ...codes, odd, placed, places, ...dictionaries].map(
    (array) => array.buffer as ArrayBuffer,
  );
}

work(workerData as ScanWork);
