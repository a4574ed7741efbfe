import { type Ledger, openLedger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import { openCsv } from "../read/csv.ts";
import type { RawRow } from "../read/row.ts";
import type { ByteSource } from "./byte-source.ts";
import { decoderOf } from "./decoder.ts";
import type { Scanned } from "./row-sink.ts";

/** Where the rows of a plain file stand: its header, and the places of some rows. */
export interface Lines {
  readonly plan: Plan;
  readonly bytes: ByteSource;
  readonly header: string;
  readonly rows: Pick<Scanned, "placed" | "places">;
}

/** The columns of the header, with the findings of reading it. */
export async function columnsOf(header: string, plan: Plan, ledger: Ledger): Promise<readonly string[]> {
  const { columns } = await openCsv(once(`${header}\n`), plan.mapping.file, ledger);
  return columns ?? [];
}

/** Reads rows, given by their sorted numbers from 0 on, as the ordinary way does; the header has been read before. */
export async function* rawRows(lines: Lines, chosen: Iterable<number>): AsyncGenerator<RawRow> {
  const { plan, header } = lines;
  const numbers: number[] = [];
  const { rows } = await openCsv(textOf(lines, header, { chosen, numbers }), plan.mapping.file, openLedger(""));
  for await (const raw of rows) {
    const row = numbers[raw.number - 1] as number;
    yield { ...raw, number: row + 1, line: row + 2 };
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** A small file of the chosen rows. */
async function* textOf(
  { plan, bytes, rows }: Lines,
  header: string,
  { chosen, numbers }: { readonly chosen: Iterable<number>; readonly numbers: number[] },
): AsyncGenerator<string> {
  const decoder = decoderOf(plan.mapping.file.encoding);
  const lineAt = lineReader(bytes, rows);
  let text = `${header}\n`;
  for (const row of chosen) {
    numbers.push(row);
    text += `${decoder.decode(lineAt(row)).replace(/\r$/, "")}\n`;
    if (text.length < 65_536) continue;
    yield text;
    text = "";
  }
  yield text;
}

const [block, line] = [1 << 22, 10];

/** The bytes of a row without its line feed; rows asked for in order are read in one go. */
function lineReader(bytes: ByteSource, { placed, places }: Lines["rows"]): (row: number) => Uint8Array {
  const buffer = new Uint8Array(block);
  let [from, length, at, next, group] = [0, 0, 0, -1, 0];
  return (row) => {
    if ((placed[group] as number) > row) group = 0;
    while (group + 1 < placed.length && (placed[group + 1] as number) <= row) group += 1;
    const known = placed[group] as number;
    if (next < known || next > row) [at, next] = [places[group] as number, known];
    while (next < row) {
      at += lineFrom(at).length + 1;
      next += 1;
    }
    const found = lineFrom(at);
    at += found.length + 1;
    next += 1;
    return found;
  };

  function lineFrom(start: number): Uint8Array {
    let end = start < from ? -1 : endOf(start - from);
    if (end < 0) {
      [from, length] = [start, bytes.read(buffer, start)];
      end = endOf(0);
      if (end < 0) end = length;
    }
    return buffer.slice(start - from, end);
  }

  function endOf(offset: number): number {
    const end = offset >= length ? -1 : buffer.indexOf(line, offset);
    return end >= length ? -1 : end;
  }
}
