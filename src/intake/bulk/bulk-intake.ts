import type { Fact } from "../../engine/record/record.ts";
import { readZone } from "../../wire/zones.ts";
import { columnsFound } from "../columns-found.ts";
import type { Intake, Taking } from "../intake.ts";
import { type Ledger, openLedger } from "../ledger.ts";
import { type Plan, planOf } from "../plan.ts";
import { nameOf } from "../read/source.ts";
import { Refused } from "../refused.ts";
import { openRowBook } from "../row-book.ts";
import { again, type Kept, settled } from "./bulk-records.ts";
import { type ByteSource, byteSource } from "./byte-source.ts";
import { byteStamps } from "./byte-stamps.ts";
import { decoderOf } from "./decoder.ts";
import { gatherOdd } from "./gather-odd.ts";
import { headerOf } from "./header.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { columnsOf } from "./odd-rows.ts";
import type { Scanned } from "./row-sink.ts";
import { scan } from "./scan.ts";

/** A plain file taken in as numbers; its records are made when they are asked for. */
export interface BulkIntake {
  readonly records: number;
  /** Every record once, in the order of the ordinary way; `place` is what `chosen` asks for. */
  readonly all: () => Generator<{ readonly fact: Fact; readonly place: number }>;
  /** The same for some of them: those that are not used without a history. */
  readonly settle: (places: Iterable<number>) => Generator<{ readonly fact: Fact; readonly place: number }>;
  /** The rows as numbers, for whoever can do without histories, */
  readonly kept: Kept;
  /** and then says of each plain record that it was used. */
  readonly use: (record: number) => void;
  /** Some of the records again, by their places. */
  readonly chosen: (places: Iterable<number>) => Generator<Fact>;
  /** The account and the findings; true only once every record was settled or used. */
  readonly told: () => Omit<Intake, "facts" | "findings" | "personal">;
}

/** Where lines are scanned: by this thread, or by several. Null where they are not plain. */
export type Scanner = (of: { plan: Plan; layout: Layout; bytes: ByteSource; from: number }) => Promise<Scanned | null>;

/** Who scans, and the largest share of rows that the ordinary way reads before it reads them all. */
export interface How {
  readonly scanner?: Scanner;
  readonly mostOdd?: number;
}

/**
 * Takes in a CSV by its bytes: stamps from their digits, words by their bytes, rows as numbers. Records with anything
 * odd are read by the ordinary way, which decides alone what is found of them; a file that is not plain as a whole
 * gives null and is left to the ordinary way. Facts, findings and account are those of `takeIn`.
 */
export async function bulkIntake(taking: Taking, how: How = {}): Promise<BulkIntake | null> {
  const { scanner = scanHere(taking), mostOdd = 0.2 } = how;
  const { source, mapping, learned } = taking;
  const file = nameOf(source);
  const zone = (taking.zoneOf ?? readZone)(mapping.stamps.time_zone);
  if (zone === null || mapping.file.kind !== "csv") return null;
  const plan = planOf({ mapping, file, learned, zone });
  const bytes = byteSource(source);
  try {
    const header = headerOf(bytes, mapping.file.encoding);
    if (header === null) return null;
    const ledger = openLedger(file);
    const columns = await columnsOf(header.text, plan, ledger);
    const layout = columnsFound(plan, columns, ledger) ? layoutOf(plan, columns) : null;
    const rows = layout && (await scanner({ plan, layout, bytes, from: header.length }));
    const book = openRowBook();
    const lines = rows && { plan, bytes, header: header.text, rows };
    const kept = lines && (await gatherOdd({ lines, layout: layout as Layout, rows, ledger, book, mostOdd }));
    return kept && intakeOf(kept, { ledger, book, file });
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  } finally {
    bytes.close();
  }
}

const scanHere =
  ({ onProgress }: Taking): Scanner =>
  async ({ plan, layout, bytes, from }) =>
    scan({
      ...{ bytes, from, until: bytes.size, layout, stamps: byteStamps(plan, decoderOf(plan.mapping.file.encoding)) },
      onProgress: (done) => onProgress?.({ bytes: from + done, of: bytes.size }),
    });

function intakeOf(
  kept: Kept,
  { ledger, book, file }: { ledger: Ledger; book: ReturnType<typeof openRowBook>; file: string },
): BulkIntake {
  return {
    records: kept.order.length,
    all: () => settled(kept, kept.order.keys(), { ledger, book }),
    settle: (places) => settled(kept, places, { ledger, book }),
    kept,
    use: (record) => {
      const { starts, sorted } = kept.grouped;
      const end = starts[record + 1] as number;
      for (let i = starts[record] as number; i < end; i += 1) book.mark((sorted[i] as number) + 1, "used");
    },
    chosen: (places) => again(kept, places),
    told: () => ({ groups: ledger.groups(), account: { file, ...book.count() } }),
  };
}
