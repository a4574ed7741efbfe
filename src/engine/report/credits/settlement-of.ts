import type { CreditMonth } from "../../credit/run/month.ts";
import { type Fraction, minus, plus, zero } from "../../number/fraction.ts";
import { shareText } from "../words/figure.ts";
import { periodLabel } from "../words/period.ts";
import type { CreditStep } from "./credit-report.ts";
import { titleOf } from "./line-reports.ts";
import { exactly, roughly } from "./money-line.ts";

/** What became of the credit of a month, from the credit to what is settled now. */
export function settlementOf(month: CreditMonth): readonly CreditStep[] {
  const { written, statement, settlement } = month;
  const steps: CreditStep[] = [];
  let now = statement.credit;
  const step = (stage: number, sentence: string, by: Fraction): void => {
    now = plus(now, by);
    steps.push({ stage, sentence, gives: toWhom(now, written.currency), exact: exactly(now) });
  };
  for (const { sentence, stage, by } of changesOf(month)) step(stage, sentence, by);
  const waiting = minus(settlement.due, now);
  if (waiting.n !== 0n) step(18, `${roughly(waiting, written.currency)} waits from earlier months.`, waiting);
  step(18, wayOf(month), minus(settlement.now, now));
  return steps;
}

/** What is below zero goes the other way. */
const toWhom = (amount: Fraction, currency: string): string =>
  amount.n < 0n ? `${roughly(minus(zero, amount), currency)} to the supplier` : roughly(amount, currency);

interface Change {
  readonly stage: number;
  readonly sentence: string;
  readonly by: Fraction;
}

function changesOf(month: CreditMonth): readonly Change[] {
  const { written, waived, disputed, earnedBack, statement, plan } = month;
  const money = (amount: Fraction): string => roughly(amount, written.currency);
  const less = (stage: number, sentence: string, amount: Fraction): readonly Change[] =>
    amount.n === 0n ? [] : [{ stage, sentence, by: minus(zero, amount) }];
  const reasons = month.entries.flatMap(({ said, reason }) => (said.kind === "waiver" ? [reason] : []));
  return [
    ...less(18, `The client gives up ${money(waived)}: ${reasons.join("; ")}. The failures stay.`, waived),
    ...less(18, `${money(disputed)} is disputed and waits; the rest goes on.`, disputed),
    ...(plan.earnBack?.to === "bank" ? [] : earnedBack).flatMap((line) =>
      less(19, `${earnedText(month, line)} is won back: ${money(line.amount)} of ${money(line.credit)}.`, line.amount),
    ),
    ...less(16, `A bonus of ${money(statement.bonusPaid)} goes to the supplier.`, statement.bonusPaid),
  ];
}

function earnedText(month: CreditMonth, line: CreditMonth["earnedBack"][number]): string {
  const share = month.plan.earnBack ? shareText(month.plan.earnBack.share) : "a part";
  return `${share} of the credit of ${periodLabel(line.month)} for ${titleOf(month, line.level)}`;
}

function wayOf({ settlement, written }: CreditMonth): string {
  const { way, on, carried, now } = settlement;
  const isBack = now.n < 0n;
  const rest = carried.n === 0n ? "" : ` ${roughly(carried, written.currency)} waits for the next invoice.`;
  switch (way) {
    case "nothing due":
      return "Nothing is due.";
    case "lapses":
      return "The contract has ended: what is left lapses.";
    case "cash payment":
      return isBack ? "The contract has ended: the client pays it back." : "The contract has ended: it is paid.";
    case "set off":
      if (isBack) return `Added to the invoice of ${periodLabel(on)}.`;
      return `Set against the invoice of ${periodLabel(on)}.${rest}`;
  }
}
