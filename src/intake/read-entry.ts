import type { Instant } from "../engine/time/instant.ts";
import type { Entry } from "./entry.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import type { Cells, RawRow } from "./read/row.ts";
import { flat, textReader } from "./read-cell.ts";

/** What became of a row: an entry; a record that must be held; a row that cannot be read; a row left out. */
export type RowRead =
  | { readonly kind: "entry"; readonly record: string; readonly entry: Entry; readonly held: boolean }
  | { readonly kind: "held"; readonly record: string | null }
  | { readonly kind: "left"; readonly because: string };

interface Reading {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly row: number;
  readonly cells: Cells;
  readonly record: string;
  /** Set when a stamp that the mapping reads is impossible. */
  broken: boolean;
  unlisted: boolean;
}

/** Reads one row (or one entry of a list in it) by the plan; whatever is odd is added to the ledger. */
export function readEntry(raw: RawRow, cells: Cells, using: { readonly plan: Plan; readonly ledger: Ledger }): RowRead {
  const { plan, ledger } = using;
  const left = leftBecause(plan, cells);
  if (left !== null) return { kind: "left", because: left };
  const id = plan.record(cells);
  if (id === null) {
    ledger.add({ code: "record-missing", weight: "error", row: raw.number, facts: placeOf(raw) });
    return { kind: "held", record: null };
  }
  const reading: Reading = { plan, ledger, row: raw.number, cells, record: id, broken: false, unlisted: false };
  const entry = entryOf(reading);
  if (reading.broken) return { kind: "held", record: id };
  const at = entry.at ?? entry.opened;
  if (at !== null && at < plan.from)
    return { kind: "left", because: `before ${plan.mapping.from}, where the mapping begins` };
  if (at !== null && at >= plan.until)
    return { kind: "left", because: `after ${plan.mapping.until}, where the mapping ends` };
  return { kind: "entry", record: id, entry, held: reading.unlisted };
}

const placeOf = (raw: RawRow): Record<string, string> => (raw.line === null ? {} : { line: String(raw.line) });

function entryOf(reading: Reading): Entry {
  const { plan, cells, row } = reading;
  const { mapping } = plan;
  const at = mapping.happened === undefined ? null : stampIn(reading, mapping.happened);
  if (mapping.rows !== "one per record" && at === null && !reading.broken) {
    reading.ledger.add({
      code: "stamp-missing",
      weight: "error",
      row,
      record: reading.record,
      facts: { column: mapping.happened ?? "" },
    });
    reading.broken = true;
  }
  return {
    row,
    at,
    learned: (mapping.learned === undefined ? null : stampIn(reading, mapping.learned)) ?? plan.learned,
    order: mapping.in_order_of === undefined ? null : orderIn(cells, mapping.in_order_of),
    print: fingerprint(cells),
    state: stateIn(reading),
    fields: plan.fields.map(({ read }) => fieldIn(reading, read(cells))),
    opened: plan.opened === null ? null : stampIn(reading, plan.opened),
    stamped: plan.stamped.map(({ column }) => stampIn(reading, column)),
    message: messageIn(reading),
    value: mapping.value === undefined ? null : valueIn(reading, mapping.value),
  };
}

function stampIn(reading: Reading, column: string): Instant | null {
  const text = (reading.cells[column] ?? "").trim();
  if (reading.plan.missing.has(text)) return null;
  const { at, odd } = reading.plan.stamp(text);
  if (odd === null) return at;
  const { row, record } = reading;
  const facts = { column, value: flat(text).slice(0, 80) };
  if (at === null) {
    reading.ledger.add({ code: odd, about: column, weight: "error", row, record, facts });
    reading.broken = true;
    return null;
  }
  const { said_twice, skipped, time_zone } = reading.plan.mapping.stamps;
  const taken = odd === "said-twice" ? said_twice : skipped;
  reading.ledger.add({
    code: `time-${odd}`,
    about: column,
    weight: "note",
    row,
    record,
    facts: { ...facts, taken, zone: time_zone },
  });
  return at;
}

function stateIn(reading: Reading): Entry["state"] {
  const { plan, row, record } = reading;
  const read = plan.state?.(reading.cells) ?? null;
  if (read === null) return null;
  const column = plan.mapping.states?.column ?? "";
  if (read.kind === "unlisted") {
    unlisted(reading, column, read.text);
    return null;
  }
  if (read.state.kind === "unknown") {
    reading.ledger.add({ code: "state-unknown", about: read.text, row, record, facts: { column, value: read.text } });
  }
  return read;
}

function fieldIn(reading: Reading, read: ReturnType<Plan["fields"][number]["read"]>): string | null {
  if ("value" in read) return read.value;
  unlisted(reading, read.column, read.unlisted);
  return null;
}

function unlisted(reading: Reading, column: string, value: string): void {
  const { row, record } = reading;
  reading.ledger.add({
    code: "value-not-listed",
    about: `${column}: ${value}`,
    weight: "error",
    row,
    record,
    facts: { column, value },
  });
  reading.unlisted = true;
}

function valueIn(reading: Reading, column: string): string | null {
  const text = (reading.cells[column] ?? "").trim();
  if (reading.plan.missing.has(text)) return null;
  if (/^[+-]?\d{1,400}(\.\d{1,400})?([eE][+-]?\d{1,3})?$/.test(text)) return flat(text);
  const { row, record } = reading;
  reading.ledger.add({
    code: "not-a-number",
    about: column,
    weight: "error",
    row,
    record,
    facts: { column, value: text.slice(0, 80) },
  });
  reading.broken = true;
  return null;
}

function messageIn(reading: Reading): Entry["message"] {
  const rule = reading.plan.mapping.messages;
  if (!rule) return null;
  const { missing } = reading.plan;
  const by = textReader(rule.by, missing)(reading.cells);
  if (by === null) return null;
  const open = !rule.open || rule.open.values.includes(textReader(rule.open.column, missing)(reading.cells) ?? "");
  if (rule.client.includes(by)) return { by: "client", open };
  if (rule.supplier.includes(by)) return { by: "supplier", open };
  unlisted(reading, rule.by, flat(by));
  return null;
}

/** Orders compare as numbers where they are numbers. */
function orderIn(cells: Cells, column: string): number | string | null {
  const text = (cells[column] ?? "").trim();
  if (text === "") return null;
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : flat(text);
}

function leftBecause(plan: Plan, cells: Cells): string | null {
  for (const rule of plan.mapping.only_when) {
    const text = (cells[rule.column] ?? "").trim();
    const wanted = "is" in rule ? rule.is.includes(text) : !rule.is_not.includes(text);
    if (!wanted) return rule.because;
  }
  return null;
}
