import type { CreditMonth } from "../engine/credit/run/month.ts";
import { type Fraction, minus, sum, zero } from "../engine/number/fraction.ts";
import type { Period } from "../engine/period/result.ts";
import type { MoneyLine } from "../engine/report/credits/credit-report.ts";
import { titleOf } from "../engine/report/credits/line-reports.ts";
import { moneyLine } from "../engine/report/credits/money-line.ts";
import type { CreditRun } from "./credit-runs.ts";

/** The credit of a plan in a month, as it is beside as changed; null where the plan is not in force. */
export interface ComparedCredit {
  readonly plan: string;
  readonly title: string;
  readonly before: MoneyLine | null;
  readonly after: MoneyLine | null;
  /** After less before. */
  readonly difference: MoneyLine;
  readonly isSame: boolean;
  /** Service levels whose part differs. */
  readonly lines: readonly ComparedLine[];
}

export interface ComparedLine {
  readonly level: string;
  readonly title: string;
  readonly before: MoneyLine;
  readonly after: MoneyLine;
}

/** The credits of a period under both contracts, plan by plan, in the order of the contract as it is. */
export function comparedCredits(
  before: readonly CreditRun[],
  after: readonly CreditRun[],
  period: Period,
): readonly ComparedCredit[] {
  const [old, changed] = [monthsIn(before, period), monthsIn(after, period)];
  const plans = [...new Set([...old.keys(), ...changed.keys()])];
  return plans.flatMap((plan) => {
    const [is, would] = [old.get(plan) ?? null, changed.get(plan) ?? null];
    const month = is ?? would;
    return month === null ? [] : [compared(month, is, would)];
  });
}

const monthsIn = (runs: readonly CreditRun[], period: Period): ReadonlyMap<string, CreditMonth> =>
  new Map(
    runs.flatMap((run) =>
      run.filter((month) => month.period.id === period.id).map((month) => [month.written.id, month] as const),
    ),
  );

function compared(month: CreditMonth, is: CreditMonth | null, would: CreditMonth | null): ComparedCredit {
  const { currency, id, document } = month.written;
  const [old, changed] = [is?.statement.credit ?? zero, would?.statement.credit ?? zero];
  const names = [...new Set([...levelsOf(is), ...levelsOf(would)])];
  const lines = names
    .map((level) => ({ level, before: partOf(is, level), after: partOf(would, level) }))
    .filter(({ before, after }) => minus(after, before).n !== 0n);
  return {
    plan: id,
    title: document.title,
    before: is && moneyLine(old, currency),
    after: would && moneyLine(changed, currency),
    difference: moneyLine(minus(changed, old), currency),
    isSame: minus(changed, old).n === 0n && lines.length === 0,
    lines: lines.map(({ level, before, after }) => ({
      level,
      title: titleOf(month, level),
      before: moneyLine(before, currency),
      after: moneyLine(after, currency),
    })),
  };
}

const levelsOf = (month: CreditMonth | null): readonly string[] =>
  month?.statement.lines.map(({ level }) => level) ?? [];

const partOf = (month: CreditMonth | null, level: string): Fraction =>
  sum(month?.statement.lines.flatMap((line, at) => (line.level === level ? [month.paid[at] ?? zero] : [])) ?? []);
