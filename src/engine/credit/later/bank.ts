import { type Fraction, least, minus, plus, zero } from "../../number/fraction.ts";

export interface BankMonth {
  readonly month: number;
  readonly credit: Fraction;
  /** A credit that can never be won back. */
  readonly egregious: boolean;
}

export interface BankEntry {
  readonly month: number;
  readonly paid: Fraction;
  readonly offset: Fraction;
  /** What the bank holds after this month. */
  readonly bank: Fraction;
}

/**
 * Credits that were paid go to a bank once so many months passed without any, and are set against later ones; never
 * paid in cash, and never against egregious credits.
 */
export function bankEntries(months: readonly BankMonth[], quiet: number): BankEntry[] {
  let [bank, waiting, without] = [zero, zero, 0];
  return months.map(({ month, credit, egregious }) => {
    if (credit.n === 0n) {
      without += 1;
      if (without >= quiet) [bank, waiting] = [plus(bank, waiting), zero];
      return { month, paid: zero, offset: zero, bank };
    }
    without = 0;
    const offset = egregious ? zero : least(bank, credit);
    const paid = minus(credit, offset);
    bank = minus(bank, offset);
    if (!egregious) waiting = plus(waiting, paid);
    return { month, paid, offset, bank };
  });
}
