import { Refused } from "../refused.ts";
import { flattened } from "./flatten.ts";
import { elementsOf } from "./json-array.ts";
import type { Damage, RawRow, Rows } from "./row.ts";

/** No line is longer than this many characters. */
const longestLine = 32 * 1024 * 1024;

/** Opens JSON Lines (one object a line) or one list of objects. Numbers keep their digits; nested fields stand under dotted paths. */
export async function openJsonLines(text: AsyncIterable<string>): Promise<Rows> {
  return { columns: null, rows: rowsOf(text) };
}

async function* rowsOf(text: AsyncIterable<string>): AsyncIterable<RawRow> {
  let number = 0;
  for await (const { line, content, last } of piecesOf(text)) {
    if (content.trim() === "") continue;
    number += 1;
    yield rowFrom({ number, line, content, last });
  }
}

interface Line {
  readonly line: number;
  readonly content: string;
  /** True for a last line without a line end. */
  readonly last: boolean;
}

function rowFrom({ number, line, content, last }: Line & { readonly number: number }): RawRow {
  const held = (damage: Damage): RawRow => ({ number, line, cells: {}, lists: null, damage });
  if (content.includes("\u0000")) return held({ code: "nul-in-row", facts: {} });
  const read = parsed(content);
  if ("wrong" in read) return held({ code: last ? "row-cut" : "not-json", facts: { says: read.wrong } });
  if (read.row === null) return held({ code: "not-json", facts: { says: "the line is not an object" } });
  return { number, line, ...read.row, damage: null };
}

type Parsed = { readonly row: Pick<RawRow, "cells" | "lists"> | null } | { readonly wrong: string };

/** The cells of an object, null where the line is something else. Numbers become the text they were written as. */
function parsed(content: string): Parsed {
  try {
    const value: unknown = JSON.parse(content, asWritten);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return { row: isObject ? flattened(value as Record<string, unknown>) : null };
  } catch (error) {
    return { wrong: placeOf(error) };
  }
}

/** Where JSON ends to be JSON, without the text that stands there: it may be anybody's. */
function placeOf(error: unknown): string {
  if (error instanceof RangeError) return "it is nested too deeply";
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined
    ? "it ends too early or is no JSON"
    : `no JSON from character ${Number(position) + 1} on`;
}

const asWritten = (_key: string, value: unknown, context?: { readonly source?: string }): unknown =>
  typeof value === "number" ? (context?.source ?? String(value)) : value;

/** Objects of a list where the text begins with `[`, lines elsewhere. */
async function* piecesOf(text: AsyncIterable<string>): AsyncIterable<Line> {
  const pieces = text[Symbol.asyncIterator]();
  let head = "";
  for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
    head += next.value;
    if (head.trim() !== "") break;
  }
  const whole = resumed(head, pieces);
  yield* head.trimStart().startsWith("[") ? elementsOf(whole, longestLine) : linesOf(whole);
}

async function* resumed(head: string, rest: AsyncIterator<string>): AsyncIterable<string> {
  yield head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* linesOf(text: AsyncIterable<string>): AsyncIterable<Line> {
  let rest = "";
  let line = 0;
  for await (const piece of text) {
    rest += piece;
    if (!piece.includes("\n") && rest.length <= longestLine) continue;
    const lines = rest.split("\n");
    rest = lines.pop() ?? "";
    for (const content of lines) {
      line += 1;
      yield { line, content, last: false };
    }
    if (rest.length > longestLine) throw new Refused("row-too-long", { line: String(line + 1) });
  }
  if (rest !== "") yield { line: line + 1, content: rest, last: true };
}
