import Papa from "papaparse";
import type { FileRule } from "../../wire/mapping/mapping.ts";
import type { Ledger } from "../ledger.ts";
import { Refused } from "../refused.ts";
import { namedColumns } from "./columns.ts";
import { type CsvRecord, csvRecords } from "./csv-records.ts";
import type { Cells, Damage, RawRow, Rows } from "./row.ts";

const separators: Record<FileRule["separator"], string> = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" };

/** Opens a CSV: the header is read, the rows come as they are asked for. Refuses a file without a header. */
export async function openCsv(text: AsyncIterable<string>, file: FileRule, ledger: Ledger): Promise<Rows> {
  const parser = new Papa.Parser({ delimiter: separators[file.separator], newline: "\n" });
  const parse = {
    whole: (piece: string) => parser.parse(piece, 0, true),
    all: (piece: string) => parser.parse(piece, 0, false),
  };
  const records = csvRecords(text, parse, separators[file.separator]);
  const first = await records.next();
  if (first.done || first.value.cells.length === 0) throw new Refused("header-missing");
  if (first.value.damage)
    throw new Refused("header-damaged", { ...first.value.damage.facts, rule: first.value.damage.code });
  const columns = namedColumns(first.value.cells, ledger);
  return { columns, rows: rowsOf(records, columns, ledger) };
}

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  columns: readonly string[],
  ledger: Ledger,
): AsyncIterable<RawRow> {
  let number = 0;
  for await (const record of records) {
    number += 1;
    const damage = record.damage ?? shifted(record, columns);
    if (record.last && damage === null) ledger.add({ code: "last-line-open", weight: "note", row: number });
    yield { number, line: record.line, cells: cellsOf(record.cells, columns), lists: null, damage };
  }
}

function cellsOf(cells: readonly string[], columns: readonly string[]): Cells {
  const named: Record<string, string> = Object.create(null);
  for (let i = 0; i < columns.length; i += 1) named[columns[i] as string] = cells[i] ?? "";
  return named;
}

/** A row with more or fewer cells than the header: no telling which cell is which. */
function shifted({ cells, last }: CsvRecord, columns: readonly string[]): Damage | null {
  if (cells.length === columns.length) return null;
  const code = last && cells.length < columns.length ? "row-cut" : "row-shifted";
  return { code, facts: { cells: String(cells.length), columns: String(columns.length) } };
}
