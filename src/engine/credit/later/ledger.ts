import { type Fraction, minus, sum } from "../../number/fraction.ts";

/** One line of the ledger; nothing is ever edited, a correction is a new line that names the one it corrects. */
export interface LedgerEntry {
  readonly id: number;
  readonly period: string;
  readonly status:
    | "issued"
    | "restated"
    | "waived"
    | "earned back"
    | "set off"
    | "carried"
    | "lapsed"
    | "disputed"
    | "bonus";
  readonly amount: Fraction;
  readonly corrects: number | null;
}

/** What a ledger comes to. */
export const balanceOf = (entries: readonly LedgerEntry[]): Fraction => sum(entries.map(({ amount }) => amount));

/** The entry that brings a period from what was credited to what is owed now, or null where nothing changes. */
export function restatement(entries: readonly LedgerEntry[], period: string, owed: Fraction): LedgerEntry | null {
  const own = entries.filter((entry) => entry.period === period);
  const amount = minus(owed, balanceOf(own));
  if (amount.n === 0n) return null;
  return { id: entries.length + 1, period, status: "restated", amount, corrects: own[0]?.id ?? null };
}
