import type { RecordKind } from "../../engine/agreement/words.ts";
import { type Columns, compileColumns, says } from "../../engine/batch/columns.ts";
import { toldUntil } from "../../engine/record/known-by.ts";
import type { Fact } from "../../engine/record/record.ts";
import { type Instant, instant, later } from "../../engine/time/instant.ts";
import type { BulkIntake } from "../../intake/bulk/bulk-intake.ts";
import { type ColumnSource, type ColumnsAsked, endWithResolution } from "./column-source.ts";
import { straightColumns } from "./straight/straight-columns.ts";
import { untied } from "./untied.ts";

/** Records of one kind that are kept as columns, and made one by one where they are told of. */
export interface BulkRecords {
  readonly kind: RecordKind;
  readonly source: ColumnSource;
  readonly count: number;
  /** Up to when they tell anything; null without a record. */
  readonly told: Instant | null;
  /** All of them, for what columns cannot measure. */
  readonly facts: () => readonly Fact[];
}

/** Compiles the columns of a bulk intake while its records pass by, once. */
export function bulkRecords(
  bulk: BulkIntake,
  of: { readonly kind: RecordKind; readonly asked: ColumnsAsked; readonly now: Instant },
): BulkRecords {
  let told: Instant | null = null;
  const { columns, places } = straightColumns(bulk, { asked: of.asked, onFact, onLast }) ?? compiled();
  const facts = (chosen: Iterable<number>): readonly Fact[] => [...bulk.chosen(chosen)];
  return {
    kind: of.kind,
    count: places.length,
    told,
    facts: () => facts(places),
    source: {
      columns: () => columns,
      living: (from, levels) =>
        bulk.chosen(livingIn(columns, places, { from, resolvedEnds: endWithResolution(levels) })),
    },
  };

  function tell(until: Instant): void {
    told = told === null ? until : later(told, until);
  }

  function onFact(fact: Fact): void {
    const until = toldUntil([fact], of.now);
    if (until !== null) tell(until);
  }

  /** Rows of changes name nothing that is only planned. */
  function onLast(happened: Float64Array, first: number, end: number): void {
    let last = end - 1;
    while (last >= first && (happened[last] as number) >= of.now) last -= 1;
    if (last >= first) tell(instant((happened[last] as number) + 1));
  }

  function compiled() {
    const all: number[] = [];
    return { columns: compileColumns(passing(all), of.asked.fields), places: Int32Array.from(all) };
  }

  function* passing(all: number[]): Generator<Fact> {
    for (const { fact, place } of bulk.all()) {
      onFact(fact);
      all.push(place);
      yield untied(fact, of.asked.ties);
    }
  }
}

/** Places of the records that have an event from an instant on, or were not at their end before it. */
function* livingIn(
  columns: Columns,
  places: Int32Array,
  { from, resolvedEnds }: { readonly from: Instant; readonly resolvedEnds: boolean },
): Generator<number> {
  const { offsets, happened, what, value, states } = columns;
  const ends = Uint8Array.from(states, ({ kind }) =>
    Number(kind === "cancelled" || kind === "closed" || (kind === "resolved" && resolvedEnds)),
  );
  for (let record = 0; record < places.length; record += 1) {
    const [first, end] = [offsets[record] as number, offsets[record + 1] as number];
    let last = end - 1;
    const isOver = first < end && (happened[last] as number) < from;
    while (last >= first && what[last] !== says.state) last -= 1;
    if (!isOver || last < first || ends[value[last] as number] !== 1) yield places[record] as number;
  }
}
