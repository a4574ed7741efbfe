import type { Gathered } from "../entry.ts";
import { type Gathering, gatherRow } from "../gather.ts";
import type { Ledger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import type { RowBook } from "../row-book.ts";
import { type Kept, mayRepeat } from "./bulk-records.ts";
import { noStamp } from "./byte-stamps.ts";
import { type Words, wordAt } from "./byte-words.ts";
import { type EntryAt, entriesOf } from "./entries.ts";
import { type Grouped, groupRows } from "./group.ts";
import type { Layout } from "./layout.ts";
import { type Meanings, meaningsOf } from "./meanings.ts";
import { type Lines, rawRows } from "./odd-rows.ts";
import type { Scanned } from "./row-sink.ts";

interface Found {
  readonly lines: Lines;
  readonly layout: Layout;
  readonly rows: Scanned;
  readonly ledger: Ledger;
  readonly book: RowBook;
  /** The largest share of odd rows; with more of them the ordinary way is quicker. */
  readonly mostOdd: number;
}

/** Reads the rows of every record that has an odd one in the ordinary way; null where there are too many. */
export async function gatherOdd({ lines, layout, rows, ledger, book, mostOdd }: Found): Promise<Kept | null> {
  const { plan } = lines;
  const count = rows.records.ends.length;
  const meanings = meaningsOf(plan, layout, rows.words);
  const entryAt = entriesOf(plan, layout, { rows, meanings });
  const grouped = groupRows(rows.record, count);
  const isOdd = oddRows(plan, { layout, rows, meanings });
  if (countOf(isOdd) > rows.rows * mostOdd) return null;
  const isHeld = await oddRecords({ lines, rows, entryAt, grouped, layout }, isOdd);
  spread(rows.record, isHeld, isOdd);
  if (countOf(isOdd) > rows.rows * mostOdd) return null;
  const gathering: Gathering = { plan, ledger, book, records: new Map<string, Gathered>() };
  const since: (readonly [row: number, id: string])[] = [];
  for await (const raw of rawRows(lines, indexesOf(isOdd))) {
    if (raw.number === rows.rows && !rows.isClosed) {
      if (raw.damage !== null) return null;
      ledger.add({ code: "last-line-open", weight: "note", row: raw.number });
    }
    const before = gathering.records.size;
    gatherRow(gathering, raw);
    if (gathering.records.size > before) since.push([raw.number - 1, [...gathering.records.keys()].at(-1) as string]);
  }
  const order = merged(isHeld, since, (code) => grouped.sorted[grouped.starts[code] as number] as number);
  const { records: gathered } = gathering;
  return { plan, layout, rows, meanings, entryAt, grouped, ids: rows.records, gathered, order };
}

/** Rows that the scanner, a word, an empty stamp or the years of the mapping make odd; and a last line left open. */
function oddRows(
  plan: Plan,
  { layout, rows, meanings }: { layout: Layout; rows: Scanned; meanings: Meanings },
): Uint8Array {
  const isOdd = new Uint8Array(rows.rows);
  for (const row of rows.odd) isOdd[row] = 1;
  if (!rows.isClosed) isOdd[rows.rows - 1] = 1;
  rows.codes.forEach((codes, column) => {
    const odd = meanings.odd[column] as Uint8Array;
    if (odd.includes(1))
      for (let row = 0; row < codes.length; row += 1) if (odd[codes[row] as number] === 1) isOdd[row] = 1;
  });
  const { happened } = plan.mapping;
  const at = happened === undefined ? null : (rows.stamps[layout.stamps.indexOf(happened)] as Int32Array);
  const opened = plan.opened === null ? null : (rows.stamps[layout.stamps.indexOf(plan.opened)] as Int32Array);
  const mustHappen = plan.mapping.rows !== "one per record";
  for (let row = 0; row < rows.rows; row += 1) {
    const own = at === null ? noStamp : (at[row] as number);
    const seen = own !== noStamp || opened === null ? own : (opened[row] as number);
    if ((mustHappen && own === noStamp) || (seen !== noStamp && (seen < plan.from || seen >= plan.until)))
      isOdd[row] = 1;
  }
  return isOdd;
}

interface Records {
  readonly lines: Lines;
  readonly rows: Scanned;
  readonly entryAt: EntryAt;
  readonly grouped: Grouped;
  readonly layout: Layout;
}

/** Records of odd rows, with an id that says nothing, or with rows that may be one said twice. */
async function oddRecords({ lines, rows, entryAt, grouped, layout }: Records, isOdd: Uint8Array): Promise<Uint8Array> {
  const { plan } = lines;
  const isHeld = new Uint8Array(rows.records.ends.length);
  const { happened } = plan.mapping;
  const at = happened === undefined ? null : (rows.stamps[layout.stamps.indexOf(happened)] as Int32Array);
  for (let row = 0; row < isOdd.length; row += 1) {
    const code = rows.record[row] as number;
    if (isOdd[row] === 1 && code >= 0) isHeld[code] = 1;
  }
  const codes = codesById(rows.records);
  for (const mark of plan.missing) hold(codes(mark));
  for await (const raw of rawRows(lines, indexesOf(isOdd))) hold(codes(plan.record(raw.cells) ?? ""));
  for (let code = 0; code < isHeld.length; code += 1) {
    const own = grouped.sorted.subarray(grouped.starts[code], grouped.starts[code + 1]);
    if (isHeld[code] === 0 && mayRepeat(own, at, entryAt)) isHeld[code] = 1;
  }
  return isHeld;

  function hold(code: number): void {
    if (code >= 0) isHeld[code] = 1;
  }
}

/** The code of an id; -1 for one that no plain row has. Made when first asked for: most files have no odd row. */
function codesById(records: Words): (id: string) => number {
  let known: Map<string, number> | null = null;
  return (id) => {
    if (id === "") return -1;
    known ??= new Map(
      Array.from(records.ends, (_, code) => [Buffer.from(wordAt(records, code)).toString("latin1"), code]),
    );
    return known.get(id) ?? -1;
  };
}

/** All rows of an odd record are odd. */
function spread(record: Int32Array, isHeld: Uint8Array, isOdd: Uint8Array): void {
  if (!isHeld.includes(1)) return;
  for (let row = 0; row < record.length; row += 1) {
    const code = record[row] as number;
    if (code >= 0 && isHeld[code] === 1) isOdd[row] = 1;
  }
}

function countOf(marks: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < marks.length; at += 1) count += marks[at] as number;
  return count;
}

function* indexesOf(marks: Uint8Array): Generator<number> {
  for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) yield at;
}

/** Plain records and gathered ones by the row that first names them. */
function merged(
  isHeld: Uint8Array,
  gathered: readonly (readonly [row: number, id: string])[],
  firstRow: (code: number) => number,
): (number | string)[] {
  const order: (number | string)[] = [];
  let next = 0;
  for (let code = 0; code < isHeld.length; code += 1) {
    if (isHeld[code] === 1) continue;
    for (; next < gathered.length && (gathered[next] as [number, string])[0] < firstRow(code); next += 1)
      order.push((gathered[next] as [number, string])[1]);
    order.push(code);
  }
  for (const [, id] of gathered.slice(next)) order.push(id);
  return order;
}
