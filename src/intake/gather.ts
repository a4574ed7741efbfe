import type { Entry, Gathered } from "./entry.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import type { Cells, RawRow } from "./read/row.ts";
import { flat } from "./read-cell.ts";
import { readEntry } from "./read-entry.ts";
import { sameState } from "./read-state.ts";
import type { RowBook } from "./row-book.ts";

/** Where rows are brought together by record while they are read. */
export interface Gathering {
  readonly plan: Plan;
  readonly ledger: Ledger;
  readonly book: RowBook;
  readonly records: Map<string, Gathered>;
}

/** Takes in one row: all of its entries, where the mapping unrolls a list or gives a record for each of one. */
export function gatherRow(gathering: Gathering, raw: RawRow): void {
  const { ledger, book } = gathering;
  if (raw.damage !== null) {
    const line: Record<string, string> = raw.line === null ? {} : { line: String(raw.line) };
    ledger.add({ code: raw.damage.code, weight: "error", row: raw.number, facts: { ...raw.damage.facts, ...line } });
    book.mark(raw.number, "held");
    return;
  }
  if (isTooWide(raw, gathering.plan)) {
    ledger.add({ code: "row-too-wide", weight: "error", row: raw.number, facts: { at_most: `${mostCells} cells` } });
    book.mark(raw.number, "held");
    return;
  }
  const all = entriesOf(raw, gathering.plan);
  if (all.length === 0) book.leave(raw.number, `nothing in ${gathering.plan.mapping.unroll}`);
  for (const { cells, suffix } of all) gatherEntry(gathering, raw, { cells, suffix });
}

/** Cells that one row may give once its lists are unrolled; more would come of few bytes. */
const mostCells = 4_000_000;

function isTooWide({ cells, lists }: RawRow, { mapping, each }: Plan): boolean {
  const { unroll } = mapping;
  const entries = unroll === undefined ? 1 : (lists?.[unroll]?.length ?? 0);
  const times = entries * (each === null ? 1 : Math.max(1, lists?.[each]?.length ?? 0));
  return times > 1000 && times * Object.keys(cells).length > mostCells;
}

interface Part {
  readonly cells: Cells;
  /** Added to the record's id where a row gives several records. */
  readonly suffix: string;
}

function entriesOf(raw: RawRow, plan: Plan): Part[] {
  const { unroll } = plan.mapping;
  const rows =
    unroll === undefined ? [raw.cells] : (raw.lists?.[unroll] ?? []).map((entry) => beside(raw.cells, unroll, entry));
  if (plan.each === null) return rows.map((cells) => ({ cells, suffix: "" }));
  const each = plan.each;
  const listed = raw.lists?.[each]?.map((entry) => entry[""] ?? "") ?? [];
  const withOne = (cells: Cells, value: string): Cells => over(cells, new Map([[each, value]]));
  if (listed.length === 0) return rows.map((cells) => ({ cells: withOne(cells, ""), suffix: "" }));
  return rows.flatMap((cells) => listed.map((value) => ({ cells: withOne(cells, value), suffix: `#${value}` })));
}

/** The cells of a row with those of one entry of its list, under `list.name` (`list` alone for plain values). */
function beside(cells: Cells, list: string, entry: Cells): Cells {
  const added = Object.entries(entry).map(([name, text]) => [name === "" ? list : `${list}.${name}`, text] as const);
  return over(cells, new Map(added));
}

/** The cells with others laid over them. Whatever a column is called, it is a name and nothing more. */
function over(cells: Cells, others: ReadonlyMap<string, string>): Cells {
  const both: Record<string, string> = Object.assign(Object.create(null), cells);
  for (const [name, text] of others) both[name] = text;
  return both;
}

function gatherEntry(gathering: Gathering, raw: RawRow, { cells, suffix }: Part): void {
  const { plan, ledger, book } = gathering;
  const read = readEntry(raw, cells, { plan, ledger });
  if (read.kind === "left") book.leave(raw.number, read.because);
  if (read.kind === "held") {
    book.mark(raw.number, "held");
    if (read.record !== null) gatheredOf(gathering, read.record + suffix).hole = true;
  }
  if (read.kind !== "entry") return;
  const record = gatheredOf(gathering, read.record + suffix);
  if (!isRepeated(record, read.entry)) keep(record, read.entry);
  else {
    record.repeats.push(raw.number);
    ledger.add({ code: "row-repeated", weight: "note", row: raw.number, record: record.id });
  }
  if (read.held) record.held = true;
}

function gatheredOf({ records }: Gathering, id: string): Gathered {
  const found = records.get(id);
  if (found) return found;
  const made: Gathered = { id: flat(id), entries: [], prints: null, repeats: [], held: false, hole: false };
  records.set(made.id, made);
  return made;
}

/** Up to this many rows of a record are compared one by one. */
const few = 16;

function isRepeated({ entries, prints }: Gathered, entry: Entry): boolean {
  if (prints === null) return entries.some((known) => isRepeat(known, entry));
  const known = prints.get(entry.print);
  return known !== undefined && isRepeat(known, entry);
}

function keep(record: Gathered, entry: Entry): void {
  record.entries.push(entry);
  if (record.prints === null && record.entries.length > few) {
    record.prints = new Map(record.entries.map((known) => [known.print, known]));
  }
  record.prints?.set(entry.print, entry);
}

const isRepeat = (a: Entry, b: Entry): boolean =>
  a.print === b.print && a.row !== b.row && saysTheSame(a, b) && a.at === b.at;

/** True where two rows say the same about the record, whenever they say it. */
export function saysTheSame(a: Entry, b: Entry): boolean {
  const state =
    a.state === b.state || (a.state !== null && b.state !== null && sameState(a.state.state, b.state.state));
  return (
    state &&
    a.value === b.value &&
    a.opened === b.opened &&
    a.order === b.order &&
    a.message?.by === b.message?.by &&
    a.message?.open === b.message?.open &&
    a.fields.every((value, i) => value === b.fields[i]) &&
    a.stamped.every((at, i) => at === b.stamped[i])
  );
}
