import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import type { FileRule } from "../../wire/mapping/mapping.ts";
import type { Ledger } from "../ledger.ts";
import { Refused } from "../refused.ts";
import { namedColumns } from "./columns.ts";
import type { Cells, RawRow, Rows } from "./row.ts";
import type { Bytes } from "./source.ts";
import { messageOf } from "./unpack.ts";
import { refuseZipBomb } from "./zip.ts";

/** A workbook is read whole before its rows are streamed; larger ones should be saved as CSV. */
const largest = 256 * 1024 * 1024;

/** Opens a sheet of a workbook. Its first row that is not empty is the header; dates become `2026-03-31 10:15:00`. */
export async function openXlsx(bytes: Bytes, file: FileRule, ledger: Ledger): Promise<Rows> {
  const whole = await collected(bytes);
  await refuseZipBomb(whole);
  const rows = guarded(streamXlsxRows(whole, file.sheet === undefined ? {} : { sheet: file.sheet }));
  for (let next = await rows.next(); !next.done; next = await rows.next()) {
    const header = next.value.values.map(textOf);
    if (header.every((name) => name === "")) continue;
    const columns = namedColumns(trimmed(header), ledger);
    return { columns, rows: rowsOf(rows, columns) };
  }
  throw new Refused("header-missing");
}

async function collected(bytes: Bytes): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of bytes) {
    size += piece.length;
    if (size > largest) throw new Refused("workbook-too-large", { at_most: `${largest} bytes` });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function* guarded(rows: AsyncIterable<StreamRow>): AsyncGenerator<StreamRow> {
  try {
    yield* rows;
  } catch (error) {
    throw new Refused("workbook-damaged", { says: messageOf(error) });
  }
}

async function* rowsOf(rows: AsyncIterable<StreamRow>, columns: readonly string[]): AsyncIterable<RawRow> {
  let number = 0;
  for await (const { index, values } of rows) {
    const cells = trimmed(values.map(textOf));
    if (cells.length === 0) continue;
    number += 1;
    const facts = { cells: String(cells.length), columns: String(columns.length) };
    const damage = cells.length > columns.length ? { code: "row-shifted", facts } : null;
    yield { number, line: index + 1, cells: named(cells, columns), lists: null, damage };
  }
}

function named(cells: readonly string[], columns: readonly string[]): Cells {
  const byName: Record<string, string> = Object.create(null);
  columns.forEach((name, i) => {
    byName[name] = cells[i] ?? "";
  });
  return byName;
}

/** Without the empty cells at the end, which a sheet may or may not store. */
function trimmed(cells: readonly string[]): readonly string[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === "") end -= 1;
  return cells.slice(0, end);
}

function textOf(value: StreamRow["values"][number] | undefined): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value);
  return Number.isNaN(value.getTime()) ? "not a date" : value.toISOString().slice(0, 19).replace("T", " ");
}
