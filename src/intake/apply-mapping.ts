import type { Fact } from "../engine/record/record.ts";
import { columnsFound } from "./columns-found.ts";
import type { Gathered } from "./entry.ts";
import { type Gathering, gatherRow } from "./gather.ts";
import type { Ledger } from "./ledger.ts";
import type { Plan } from "./plan.ts";
import { mostColumns } from "./read/columns.ts";
import type { RawRow, Rows } from "./read/row.ts";
import { Refused } from "./refused.ts";
import { openRowBook, type RowBook } from "./row-book.ts";
import { settle } from "./settle.ts";

export interface Applied {
  readonly facts: readonly Fact[];
  readonly book: RowBook;
}

/**
 * Applies a mapping to the rows of one file: every row is used, repeated, held or left, and everything odd is a
 * finding. A file that breaks off keeps what was read before (its refusal is a finding at the last row).
 */
export async function applyMapping(plan: Plan, open: () => Promise<Rows>, ledger: Ledger): Promise<Applied> {
  const book = openRowBook();
  const gathering: Gathering = { plan, ledger, book, records: new Map<string, Gathered>() };
  let last = 0;
  try {
    const { columns, rows } = await open();
    const sound = columns === null || columnsFound(plan, columns, ledger);
    const seen = new Set<string>();
    for await (const raw of rows) {
      last = raw.number;
      if (columns === null) note(seen, raw, plan);
      if (sound) gatherRow(gathering, raw);
      else book.mark(raw.number, "held");
    }
    if (columns === null && last === 0) ledger.add({ code: "no-rows", weight: "warning" });
    if (columns === null && last > 0 && !columnsFound(plan, [...seen], ledger)) holdAll(gathering);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    ledger.add({ code: error.code, weight: "error", row: last, facts: error.facts });
  }
  return { facts: settle(gathering), book };
}

/** Columns of a file without a header; beyond a point only those that the mapping reads, since ids used as keys have no end. */
function note(seen: Set<string>, { cells }: RawRow, plan: Plan): void {
  for (const name in cells) if (seen.size < mostColumns) seen.add(name);
  if (seen.size >= mostColumns) for (const name of plan.columns) if (Object.hasOwn(cells, name)) seen.add(name);
}

function holdAll({ records }: Gathering): void {
  for (const record of records.values()) record.held = true;
}
