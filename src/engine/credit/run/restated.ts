import { minus, sum, zero } from "../../number/fraction.ts";
import type { LedgerEntry } from "../later/ledger.ts";
import type { CreditMonth } from "./month.ts";

/**
 * What a restatement adds to the ledger: for every month whose credit is another one after all months were run again,
 * one new entry with the difference that names the entry it corrects. Nothing that was written before is changed. A
 * month that only looks back to the restated one (a repeat, a window, a cap of the year) is among them by itself.
 */
export function restated(
  before: readonly CreditMonth[],
  after: readonly CreditMonth[],
  ledger: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  const ids = [...new Set([...before, ...after].map(({ period }) => period.id))].sort();
  const differing = ids.flatMap((id) => {
    const amount = minus(creditOf(after, id), creditOf(before, id));
    const first = ledger.find(({ period, status }) => period === id && status === "issued");
    return amount.n === 0n ? [] : [{ period: id, status: "restated" as const, amount, corrects: first?.id ?? null }];
  });
  return differing.map((entry, index) => ({ ...entry, id: ledger.length + index + 1 }));
}

const creditOf = (months: readonly CreditMonth[], id: string) =>
  sum(months.map(({ period, statement }) => (period.id === id ? statement.credit : zero)));
