import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Ledger } from "../ledger.ts";
import { Refused } from "../refused.ts";
import type { RawRow, Rows } from "./row.ts";

/**
 * Opens an XES log: one row an event, in the order of the file. Attributes of the event stand under their keys,
 * those of its trace under `case:` and the key, so that `case:concept:name` is the record.
 */
export async function openXes(text: AsyncIterable<string>, ledger: Ledger): Promise<Rows> {
  return { columns: null, rows: rowsOf(text, ledger) };
}

/** No element is longer than this many characters, and none lies deeper than this. */
const longestElement = 32 * 1024 * 1024;
const deepest = 1000;
/** Attributes of one trace: each of them stands in every row of its events. */
const widestTrace = 500;

interface Walk {
  trace: Record<string, string> | null;
  event: Record<string, string> | null;
  /** Attributes of the trace. */
  width: number;
  /** Open attribute elements inside a trace or event; only the outermost are cells. */
  depth: number;
  /** Open elements of any kind, and the characters read since the last of them opened or closed. */
  nesting: number;
  since: number;
  line: number;
  number: number;
  events: number;
  broken: string | null;
  ended: boolean;
  ready: RawRow[];
}

async function* rowsOf(text: AsyncIterable<string>, ledger: Ledger): AsyncIterable<RawRow> {
  const walk: Walk = {
    trace: null,
    event: null,
    width: 0,
    depth: 0,
    nesting: 0,
    since: 0,
    line: 1,
    number: 0,
    events: 0,
    broken: null,
    ended: false,
    ready: [],
  };
  const parser = parserFor(walk, ledger);
  for await (const piece of text) {
    walk.since += piece.length;
    parser.write(piece);
    if (walk.since > longestElement || walk.nesting > deepest)
      throw new Refused("xml-too-deep", { line: String(parser.line) });
    yield* emptied(walk);
    if (walk.broken !== null) break;
  }
  if (walk.broken === null) parser.close();
  yield* emptied(walk);
  if (walk.broken !== null) {
    ledger.add({ code: "xml-broken", weight: "error", row: walk.number, facts: { says: walk.broken } });
  } else if (!walk.ended)
    ledger.add({ code: "xml-broken", weight: "error", row: walk.number, facts: { says: "no end of the log" } });
}

function* emptied(walk: Walk): Iterable<RawRow> {
  yield* walk.ready;
  walk.ready = [];
}

function parserFor(walk: Walk, ledger: Ledger): SaxesParser<{ position: true; xmlns: false }> {
  const parser = new SaxesParser({ position: true, xmlns: false });
  parser.on("error", (error) => {
    walk.broken ??= error.message;
  });
  parser.on("opentag", (tag) => {
    if (walk.broken === null) opened(walk, tag, parser.line);
  });
  parser.on("closetag", ({ name }) => {
    if (walk.broken === null) closed(walk, name, ledger);
  });
  return parser;
}

function opened(walk: Walk, { name, attributes }: SaxesTagPlain, line: number): void {
  walk.nesting += 1;
  walk.since = 0;
  if (name === "trace") [walk.trace, walk.events, walk.width] = [Object.create(null), 0, 0];
  else if (name === "event" && walk.trace) [walk.event, walk.line, walk.depth] = [Object.create(null), line, 0];
  else if (walk.trace) {
    const { key, value } = attributes;
    if (walk.depth === 0 && key !== undefined) {
      if (walk.event) walk.event[key] = value ?? "";
      else if (walk.width >= widestTrace) walk.broken = `${line}: a trace has more than ${widestTrace} attributes`;
      else [walk.trace[`case:${key}`], walk.width] = [value ?? "", walk.width + 1];
    }
    walk.depth += 1;
  }
}

function closed(walk: Walk, name: string, ledger: Ledger): void {
  walk.nesting -= 1;
  walk.since = 0;
  if (name === "log") walk.ended = true;
  else if (name === "trace") {
    if (walk.events === 0)
      ledger.add({ code: "trace-empty", row: walk.number, facts: { trace: walk.trace?.["case:concept:name"] ?? "" } });
    walk.trace = null;
  } else if (name === "event" && walk.event && walk.trace) {
    walk.number += 1;
    walk.events += 1;
    const cells = Object.assign(walk.event, walk.trace);
    walk.ready.push({ number: walk.number, line: walk.line, cells, lists: null, damage: null });
    walk.event = null;
  } else if (walk.trace) walk.depth -= 1;
}
