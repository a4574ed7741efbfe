import type { Fact } from "../../engine/record/record.ts";
import type { Entry, Gathered } from "../entry.ts";
import { type Gathering, saysTheSame } from "../gather.ts";
import { type Ledger, openLedger } from "../ledger.ts";
import type { Plan } from "../plan.ts";
import { openRowBook, type RowBook } from "../row-book.ts";
import { settle } from "../settle.ts";
import { type Words, wordAt } from "./byte-words.ts";
import type { EntryAt } from "./entries.ts";
import type { Grouped } from "./group.ts";
import type { Layout } from "./layout.ts";
import type { Meanings } from "./meanings.ts";
import type { Scanned } from "./row-sink.ts";

/** Records whose rows are kept as numbers; those with an odd row were gathered in the ordinary way. */
export interface Kept {
  readonly plan: Plan;
  readonly layout: Layout;
  readonly rows: Scanned;
  readonly meanings: Meanings;
  readonly entryAt: EntryAt;
  readonly grouped: Grouped;
  readonly ids: Words;
  readonly gathered: ReadonlyMap<string, Gathered>;
  /** What is settled, in the order of the first row: the code of a plain record, or the id of a gathered one. */
  readonly order: readonly (number | string)[];
}

/** Records are settled so many at a time. */
const batch = 64;

/** The histories of records, given by their places in the order; what is found of them is added to the ledger. */
export function* settled(
  kept: Kept,
  places: Iterable<number>,
  to: { readonly ledger: Ledger; readonly book: RowBook },
): Generator<{ readonly fact: Fact; readonly place: number }> {
  const records = new Map<string, Gathered>();
  const placeOf = new Map<string, number>();
  const gathering: Gathering = { plan: kept.plan, ledger: to.ledger, book: to.book, records };
  for (const place of places) {
    const record = recordAt(kept, place);
    records.set(record.id, record);
    placeOf.set(record.id, place);
    if (records.size >= batch) yield* done();
  }
  yield* done();

  function* done() {
    for (const fact of settle(gathering)) yield { fact, place: placeOf.get(fact.id) as number };
    placeOf.clear();
  }
}

/** The same without a word about it, for records that were settled before. */
export function* again(kept: Kept, places: Iterable<number>): Generator<Fact> {
  const to = { ledger: openLedger(kept.plan.file), book: openRowBook() };
  for (const { fact } of settled(kept, places, to)) yield fact;
}

function recordAt({ order, gathered, ids, grouped, entryAt }: Kept, place: number): Gathered {
  const which = order[place] as number | string;
  if (typeof which === "string") return gathered.get(which) as Gathered;
  const { starts, sorted } = grouped;
  const entries: Entry[] = [];
  const end = starts[which + 1] as number;
  for (let i = starts[which] as number; i < end; i += 1) entries.push(entryAt(sorted[i] as number));
  return { id: latin(wordAt(ids, which)), entries, prints: null, repeats: [], held: false, hole: false };
}

/** The text of bytes that are all visible letters of one byte. */
const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");

/** Rows of a record among which comparing each with each takes too long. */
const many = 64;

/** True where two rows of a record may be one said twice: only the ordinary way knows all of their cells. */
export function mayRepeat(rows: ArrayLike<number>, at: Int32Array | null, entryAt: EntryAt): boolean {
  if (rows.length < 2) return false;
  if (rows.length > many || at === null) return true;
  for (let i = 1; i < rows.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [rows[j] as number, rows[i] as number];
      if (at[a] === at[b] && saysTheSame(entryAt(a), entryAt(b))) return true;
    }
  }
  return false;
}
