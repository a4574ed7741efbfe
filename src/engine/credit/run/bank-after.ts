import { type Fraction, minus, plus, times as scaled, sum, zero } from "../../number/fraction.ts";
import type { Closing } from "./close-month.ts";
import { isLasting } from "./earned-back-in.ts";
import { keptLines } from "./kept-lines.ts";
import type { CreditMonth, EarnedBackLine } from "./month.ts";

interface Banked {
  /** Credits that came into the bank with this month. */
  readonly amounts: readonly EarnedBackLine[];
  readonly bank: Fraction;
}

/**
 * The bank after a month, for plans that keep credits won back against later ones: once so many months passed without
 * any credit, the share of the credits paid since the last such time joins the bank. It is never paid in cash.
 */
export function bankAfter({ open, done }: Closing): Banked {
  const { earnBack } = open.plan;
  const before = done.at(-1)?.bank ?? zero;
  if (earnBack?.to !== "bank") return { amounts: [], bank: zero };
  const left = minus(before, open.statement.fromBank);
  const quiet = quietMonths(open, done);
  if (quiet !== earnBack.periods) return { amounts: [], bank: left };
  const amounts = waiting(done, quiet - 1).map((line) => ({ ...line, amount: scaled(line.credit, earnBack.share) }));
  return { amounts, bank: plus(left, sum(amounts.map(({ amount }) => amount))) };
}

/** Months without a credit up to this one, in a row. */
function quietMonths(open: Closing["open"], done: readonly CreditMonth[]): number {
  const all = [...done, open];
  const last = all.findLastIndex(({ statement }) => statement.credit.n !== 0n || statement.offset.n !== 0n);
  return all.length - 1 - last;
}

/** Credits that were paid since the bank was filled last: those right before the quiet months, back to earlier quiet ones. */
function waiting(done: readonly CreditMonth[], quiet: number): readonly Omit<EarnedBackLine, "amount">[] {
  const paid = done.slice(0, done.length - quiet);
  const filled = paid.findLastIndex(({ earnedBack }) => earnedBack.length > 0);
  return paid.slice(filled + 1).flatMap((month) => {
    const kept = keptLines(month);
    return month.statement.lines.flatMap(({ level, group }, index) => {
      const credit = kept[index] ?? zero;
      if (credit.n === 0n || isLasting(month, level)) return [];
      return [{ month: month.period.id, level, group, credit, average: null }];
    });
  });
}
