import type { Instant } from "../../engine/time/instant.ts";
import type { Entry, Gathered } from "../entry.ts";
import type { Ledger } from "../ledger.ts";

/** A row of a record in its place; `at` is its stamp, or the one it was given where it cannot be right. */
export interface Placed {
  readonly entry: Entry;
  readonly at: Instant;
}

/**
 * The rows of a record in order: by stamp, then by `in_order_of`, then as they stand in the file. A row that both
 * the order column and the file put before another, but whose stamp lies after it, takes the stamp of that other
 * row, with a finding: two witnesses against one.
 */
export function inOrder(record: Gathered, ledger: Ledger): Placed[] {
  contradictions(record, ledger);
  const placed = repaired(record, ledger);
  return placed.sort((a, b) => a.at - b.at || byOrder(a.entry, b.entry) || a.entry.row - b.entry.row);
}

export function byOrder(a: Entry, b: Entry): number {
  if (a.order === b.order || a.order === null || b.order === null) return 0;
  if (typeof a.order === "number" && typeof b.order === "number") return a.order - b.order;
  return String(a.order) < String(b.order) ? -1 : 1;
}

/** Two rows with the same place in the order that do not say the same. */
function contradictions(record: Gathered, ledger: Ledger): void {
  const places = new Map<number | string, Entry>();
  for (const entry of record.entries) {
    if (entry.order === null) continue;
    const other = places.get(entry.order);
    if (other === undefined) places.set(entry.order, entry);
    else {
      const facts = { order: String(entry.order), other_row: String(other.row) };
      ledger.add({ code: "order-said-twice", row: entry.row, record: record.id, facts });
    }
  }
}

function repaired(record: Gathered, ledger: Ledger): Placed[] {
  const stamped = record.entries.map((entry) => ({ entry, at: entry.at as Instant }));
  if (record.entries[0]?.order === null || !runsBack(stamped)) return stamped;
  const byPlace = [...stamped].sort((a, b) => byOrder(a.entry, b.entry) || a.entry.row - b.entry.row);
  const witness = latestWitness();
  const fixed: Placed[] = [];
  for (let i = byPlace.length - 1; i >= 0; i -= 1) {
    const place = byPlace[i] as Placed;
    const next = witness(place);
    const wrong = next !== null && place.at > next.at && place.entry.row < next.entry.row;
    if (wrong) {
      const facts = { next_row: String(next.entry.row) };
      ledger.add({ code: "stamp-after-next", row: place.entry.row, record: record.id, facts });
    }
    fixed.push(wrong ? { entry: place.entry, at: next.at } : place);
  }
  return fixed;
}

/** Walking backwards: the earliest stamped row among those whose order is truly greater than that of the row asked about. */
function latestWitness(): (place: Placed) => Placed | null {
  let greater: Placed | null = null;
  let group: Placed | null = null;
  let order: Placed | null = null;
  const earliest = (a: Placed | null, b: Placed | null): Placed | null =>
    a === null || (b !== null && b.at < a.at) ? b : a;
  return (place) => {
    if (order !== null && byOrder(place.entry, order.entry) !== 0) {
      greater = earliest(greater, group);
      group = null;
    }
    order = place;
    group = earliest(group, place);
    return greater;
  };
}

const runsBack = (rows: readonly Placed[]): boolean =>
  rows.some((row, i) => i > 0 && row.at < (rows[i - 1] as Placed).at);
