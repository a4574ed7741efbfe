import type { FileRule } from "../../wire/mapping/mapping.ts";
import type { Ledger } from "../ledger.ts";
import { Refused } from "../refused.ts";
import { openCsv } from "./csv.ts";
import { decoded } from "./decode.ts";
import { openJsonLines } from "./jsonl.ts";
import type { RawRow, Rows } from "./row.ts";
import type { OnProgress, Source } from "./source.ts";
import { type Limits, unpacked } from "./unpack.ts";
import { openXes } from "./xes.ts";
import { openXlsx } from "./xlsx.ts";

export interface Opening {
  readonly source: Source;
  readonly file: FileRule;
  readonly onProgress?: OnProgress;
  readonly limits?: Limits;
}

/** Opens a file of any format for reading by rows. Throws `Refused` where it cannot be read at all. */
export async function openRows({ source, file, onProgress, limits }: Opening, ledger: Ledger): Promise<Rows> {
  const bytes = unpacked(source, {
    zips: file.kind !== "xlsx",
    ...(onProgress ? { onProgress } : {}),
    ...(limits ? { limits } : {}),
    ...(file.inside === undefined ? {} : { inside: file.inside }),
  });
  if (file.kind === "xlsx") return openXlsx(bytes, file, ledger);
  const broken: Broken = { by: null };
  const text = untilRefused(decoded(bytes, file.encoding, ledger), broken);
  const opened = await opener(file, text, ledger);
  return { columns: opened.columns, rows: thenRefuse(opened.rows, broken) };
}

async function opener(file: FileRule, text: AsyncIterable<string>, ledger: Ledger): Promise<Rows> {
  if (file.kind === "csv") return openCsv(text, file, ledger);
  return file.kind === "jsonl" ? openJsonLines(text) : openXes(text, ledger);
}

interface Broken {
  by: Refused | null;
}

/** The text as far as it goes: a package that breaks off ends it, so that what came before is still read. */
async function* untilRefused(text: AsyncIterable<string>, broken: Broken): AsyncIterable<string> {
  let some = false;
  try {
    for await (const piece of text) {
      some ||= piece !== "";
      yield piece;
    }
  } catch (error) {
    if (!(error instanceof Refused) || !some) throw error;
    broken.by = error;
  }
}

async function* thenRefuse(rows: AsyncIterable<RawRow>, broken: Broken): AsyncIterable<RawRow> {
  yield* rows;
  if (broken.by !== null) throw broken.by;
}
