import { Refused } from "../refused.ts";
import type { Damage } from "./row.ts";

/** One record of a CSV with the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
  /** True for the last record when no line end follows it: a file cut there looks the same. */
  readonly last: boolean;
  readonly damage: Damage | null;
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/** Parses a text; `whole` leaves the last row for later, since more text may follow it. */
export interface Parse {
  readonly whole: (text: string) => Parsed;
  readonly all: (text: string) => Parsed;
}

/** No row is longer than this many characters; a quote that stays open longer was never meant to. */
const longestRow = 4 * 1024 * 1024;
const mostOpenQuotes = 100;

/**
 * Records of a CSV from pieces of text. Empty lines are no records. A quote that is never closed damages the one
 * line it stands on, and reading goes on after that line; too many of them refuse the file.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  parse: Parse,
  separator: string,
): AsyncGenerator<CsvRecord> {
  const state: Reading = { rest: "", line: 1, open: 0, parse, separator };
  for await (const piece of text) {
    state.rest += piece;
    if (state.rest.length >= block) yield* whole(state);
    while (state.rest.length > longestRow) {
      yield* withoutQuote(state);
      yield* whole(state);
    }
  }
  yield* remaining(state);
}

/** Text is parsed in blocks of about this many characters. */
const block = 256 * 1024;

interface Reading {
  rest: string;
  line: number;
  open: number;
  readonly parse: Parse;
  readonly separator: string;
}

/** Takes the records that are surely complete and leaves the last one for the next piece. */
function* whole(state: Reading): Iterable<CsvRecord> {
  const { data, meta } = state.parse.whole(state.rest);
  state.rest = state.rest.slice(meta.cursor);
  yield* numbered(state, data, null);
}

/** Takes what is left at the end of the file, line by line where a quote stays open. */
function* remaining(state: Reading): Iterable<CsvRecord> {
  yield* whole(state);
  while (state.rest.length > 0) {
    const { data, errors } = state.parse.all(state.rest);
    if (errors.some((error) => error.code === "MissingQuotes")) {
      yield* withoutQuote(state);
      yield* whole(state);
    } else {
      const open = state.rest.endsWith("\n") ? null : data.length - 1;
      state.rest = "";
      yield* numbered(state, data, open);
    }
  }
}

function* numbered(state: Reading, records: Parsed["data"], open: number | null): Iterable<CsvRecord> {
  for (let i = 0; i < records.length; i += 1) {
    const cells = records[i] as readonly string[];
    const line = state.line;
    state.line += 1;
    for (const cell of cells) if (cell.includes("\n")) state.line += cell.split("\n").length - 1;
    if (cells.length === 1 && (cells[0] as string).trim() === "") continue;
    yield { line, cells, last: i === open, damage: nulIn(cells) };
  }
}

function nulIn(cells: readonly string[]): Damage | null {
  return cells.some((cell) => cell.includes("\u0000")) ? { code: "nul-in-row", facts: {} } : null;
}

/** Takes the first line of the rest as one damaged record, its quotes as plain text. */
function* withoutQuote(state: Reading): Iterable<CsvRecord> {
  state.open += 1;
  const line = state.line;
  if (state.open > mostOpenQuotes)
    throw new Refused("quotes-broken", { line: String(line), lines: String(mostOpenQuotes) });
  const end = state.rest.indexOf("\n");
  const text = end < 0 ? state.rest : state.rest.slice(0, end);
  if (text.length > longestRow) throw new Refused("row-too-long", { line: String(line) });
  state.rest = end < 0 ? "" : state.rest.slice(end + 1);
  state.line += 1;
  yield { line, cells: text.split(state.separator), last: end < 0, damage: { code: "quote-not-closed", facts: {} } };
}
