import { nearest } from "../wire/mapping/nearest.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import { doubled } from "./read/columns.ts";

/** Columns among which a misspelt one is looked for. */
const compared = 2000;

/** Columns that lists of the row give, so that no header can name them. */
const fromLists = (plan: Plan, column: string): boolean => {
  const { unroll } = plan.mapping;
  return unroll !== undefined && (column === unroll || column.startsWith(`${unroll}.`));
};

/**
 * Holds the columns that a mapping reads against those of the file. False when one is absent or stands twice:
 * no row can then be trusted. Columns that nobody reads are a note.
 */
export function columnsFound(plan: Plan, columns: readonly string[], ledger: Ledger): boolean {
  const twice = doubled(columns);
  const present = new Set(columns);
  let sound = true;
  for (const column of plan.columns) {
    if (fromLists(plan, column) || column === plan.each) continue;
    if (!present.has(column)) {
      const near = columns.slice(0, compared);
      const unread = near.filter((name) => !plan.columns.includes(name));
      const close = nearest(column, unread) ?? nearest(column, near) ?? "";
      ledger.add({ code: "column-absent", about: column, weight: "error", facts: { column, nearest: close } });
      sound = false;
    }
    if (twice.has(column)) {
      ledger.add({ code: "column-ambiguous", about: column, weight: "error", facts: { column } });
      sound = false;
    }
  }
  noteUnread(plan, columns, ledger);
  return sound;
}

function noteUnread(plan: Plan, columns: readonly string[], ledger: Ledger): void {
  const ignored = plan.mapping.ignore;
  const under = (name: string, path: string): boolean => name === path || name.startsWith(`${path}.`);
  const unread = columns.filter((name) => !plan.columns.includes(name) && !ignored.some((path) => under(name, path)));
  if (unread.length > 0) {
    const facts = { columns: unread.slice(0, 60).join(", "), count: String(unread.length) };
    ledger.add({ code: "columns-not-read", weight: "note", facts });
  }
  for (const path of ignored) {
    if (columns.some((name) => under(name, path))) continue;
    ledger.add({ code: "ignored-absent", about: path, weight: "note", facts: { column: path } });
  }
}
