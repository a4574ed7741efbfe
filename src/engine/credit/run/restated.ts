import { minus } from "../../number/fraction.ts";
import { balanceOf, type LedgerEntry } from "../later/ledger.ts";
import type { CreditMonth } from "./month.ts";

/**
 * What a restatement adds to the ledger: for every month that comes to something else after all months were run again,
 * one new entry with the difference that names the entry it corrects. Nothing that was written before is changed. A
 * month that only looks back to the restated one (a repeat, a window, a cap of the year, what was won back) is among them by itself.
 */
export function restated(
  before: readonly CreditMonth[],
  after: readonly CreditMonth[],
  ledger: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const ids = [...new Set([...before, ...after].map(({ period }) => period.id))].sort();
  const differing = ids.flatMap((id) => {
    const amount = minus(dueOf(after, id), dueOf(before, id));
    const first = ledger.find(({ period, status }) => period === id && status === "issued");
    return amount.n === 0n ? [] : [{ period: id, status: "restated" as const, amount, corrects: first?.id ?? null }];
  });
  return differing.map((entry, index) => ({ ...entry, id: ledger.length + index + 1 }));
}

/** What a month comes to by its own entries: the credit less what was given up, is disputed or was won back. */
const dueOf = (months: readonly CreditMonth[], id: string) =>
  balanceOf(months.flatMap(({ period, ledger }) => (period.id === id ? ledger : [])));
