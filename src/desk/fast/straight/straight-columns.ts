import { type Columns, compileColumns } from "../../../engine/batch/columns.ts";
import type { Fact } from "../../../engine/record/record.ts";
import type { BulkIntake } from "../../../intake/bulk/bulk-intake.ts";
import type { Kept } from "../../../intake/bulk/bulk-records.ts";
import type { ColumnsAsked } from "../column-source.ts";
import { untied } from "../untied.ts";
import { type EventColumns, noEvents } from "./events.ts";
import { interleaved } from "./interleave.ts";
import { wordsOf } from "./row-words.ts";
import { type Rows, walkRows } from "./walk-rows.ts";

/** The columns of a file, and the place of each of their records. */
export interface StraightColumns {
  readonly columns: Columns;
  readonly places: Int32Array;
}

/** What is asked, and who sees the records that have to be made on the way; of the others, the last instant of each. */
export interface Asking {
  readonly asked: ColumnsAsked;
  readonly onFact: (fact: Fact) => void;
  readonly onLast: (events: Float64Array, first: number, end: number) => void;
}

/**
 * Columns from the rows themselves: no history is made of a record whose rows are in order and of which nothing is
 * found. All others are made and compiled as ever, and take their places among them. Null where rows are not changes
 * with one stamp.
 */
export function straightColumns(bulk: BulkIntake, { asked, onFact, onLast }: Asking): StraightColumns | null {
  const rows = rowsOf(bulk.kept, asked);
  if (rows === null) return null;
  const { order } = bulk.kept;
  const events = noEvents(Math.ceil(bulk.kept.rows.rows * eventsPerRow) + 64);
  const ends = new Int32Array(order.length);
  const made: number[] = [];
  for (let place = 0; place < order.length; place += 1) {
    const record = order[place] as number | string;
    const first = events.size;
    if (typeof record === "number" && walkRows(rows, events, record)) {
      onLast(events.happened, first, events.size);
      bulk.use(record);
    } else made.push(place);
    ends[place] = events.size;
  }
  const { states, values } = rows.words;
  const straight = { events: cut(events), ends, states, values };
  const others: number[] = [];
  const columns = compileColumns(passing(), asked.fields);
  return interleaved(straight, { columns, places: others, left: made });

  function* passing(): Generator<Fact> {
    for (const { fact, place } of bulk.settle(made)) {
      onFact(fact);
      others.push(place);
      yield untied(fact, asked.ties);
    }
  }
}

/** Moments that columns do not know, or that may be said twice, are left to histories. */
const isOdd = (moment: string): boolean =>
  moment === "opened" || moment === "abandoned" || moment === "history incomplete" || moment.endsWith("at the latest");

/** So many rules for moments have a bit each. */
const mostEntered = 6;

function rowsOf(kept: Kept, asked: ColumnsAsked): Rows | null {
  const { plan, rows, layout, grouped } = kept;
  const { mapping, opened, stamped, entered } = plan;
  const happened = rows.stamps[layout.stamps.indexOf(mapping.happened ?? "")];
  const isOfChanges = mapping.rows === "one per change" && mapping.learned === undefined && happened !== undefined;
  const isOfStates = opened === null && stamped.length === 0 && entered.length <= mostEntered;
  if (!isOfChanges || !isOfStates || entered.some(({ moment }) => isOdd(moment))) return null;
  return {
    grouped,
    happened,
    order: mapping.in_order_of === undefined ? null : rows.order,
    words: wordsOf(kept, asked),
    beginsAnyway: mapping.first_row === "creation",
  };
}

/** Most rows say one thing, the first of a record some more. */
const eventsPerRow = 1.4;

const cut = ({ happened, what, value, size }: EventColumns): EventColumns => ({
  happened: happened.subarray(0, size),
  what: what.subarray(0, size),
  value: value.subarray(0, size),
  size,
});
