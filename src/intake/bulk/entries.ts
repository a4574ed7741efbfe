import type { Instant } from "../../engine/time/instant.ts";
import type { Entry } from "../entry.ts";
import type { Plan } from "../plan.ts";
import { noStamp } from "./byte-stamps.ts";
import type { Layout } from "./layout.ts";
import type { Meanings } from "./meanings.ts";
import type { Scanned } from "./row-sink.ts";

/** Makes the entry of a plain row, counted from 0, as the ordinary way would read it. */
export type EntryAt = (row: number) => Entry;

/** Entries from the numbers of the rows and the meaning of their words. */
export function entriesOf(plan: Plan, layout: Layout, of: { rows: Scanned; meanings: Meanings }): EntryAt {
  const { mapping } = plan;
  const { order, stamps, codes } = of.rows;
  const { fields, state } = of.meanings;
  const stampOf = (column: string | null | undefined): Int32Array | null =>
    column == null ? null : (stamps[layout.stamps.indexOf(column)] ?? null);
  const [happened, learned, opened] = [mapping.happened, mapping.learned, plan.opened].map(stampOf);
  const stamped = plan.stamped.map(({ column }) => stampOf(column));
  const values = fields.map(({ column, values }) => ({ codes: codes[column] ?? null, values }));
  const states = state && { codes: codes[state.column] as Int32Array, values: state.values };
  const isOrdered = mapping.in_order_of !== undefined;
  return (row) => ({
    row: row + 1,
    at: stampAt(happened, row),
    learned: stampAt(learned, row) ?? plan.learned,
    order: isOrdered && order[row] !== noStamp ? (order[row] as number) : null,
    print: 0,
    state: states && (states.values[states.codes[row] as number] ?? null),
    fields: values.map((each) => each.values[each.codes === null ? 0 : (each.codes[row] as number)] ?? null),
    opened: stampAt(opened, row),
    stamped: stamped.map((each) => stampAt(each, row)),
    message: null,
    value: null,
  });
}

function stampAt(stamps: Int32Array | null | undefined, row: number): Instant | null {
  const at = stamps?.[row] ?? noStamp;
  return at === noStamp ? null : (at as Instant);
}
