import { type CreditRun, creditReports } from "../../desk/credit-runs.ts";
import type { Job } from "../../desk/job.ts";
import type { Period, Result } from "../../engine/period/result.ts";
import type { Report } from "../../engine/report/report.ts";
import type { KeptCredit, KeptResult } from "../../store/results/evaluation.ts";
import { exact } from "../../store/results/exact.ts";

/** A result as it is kept: the judgement and the exact figures. Its records are in the report, and are read again. */
export function keptResult(one: Result): KeptResult {
  const { unit, figure, part, whole, bounds, completeness, raw, method } = one.measurement;
  const stages = one.stages.map(({ stage, measurement, verdict, reasons }) => ({
    within: stage.within,
    ...{ figure: measurement.figure, part: measurement.part, whole: measurement.whole, verdict, reasons },
  }));
  const { number, from, amendment } = one.level.version;
  const told = {
    ...{ verdict: one.verdict, reasons: one.reasons, unit, figure, part, whole, bounds, completeness, raw, method },
    ...{ stages, allowance: one.allowance, findings: one.findings },
    ...{ title: one.level.title, target: one.level.target, version: { number, from, amendment } },
    ...{ start: one.period.start, end: one.period.end },
  };
  return {
    agreement: one.level.agreement,
    level: one.level.id,
    group: one.group ?? "",
    period: one.period.id,
    verdict: one.verdict,
    figure: figure === null ? null : `${figure.n}/${figure.d}`,
    result: exact(told) as Record<string, unknown>,
  };
}

/** The statement of a plan for a month: in words as the report has it, and its exact numbers. */
export function keptCredit(job: Job, run: CreditRun, period: Period): readonly KeptCredit[] {
  const month = run.find((each) => each.period.id === period.id);
  const [report] = creditReports(job, [run], period);
  if (month === undefined || report === undefined) return [];
  const { statement, paid, settlement, bank, waived, disputed, earnedBack, ledger } = month;
  return [
    {
      agreement: report.agreement,
      plan: report.plan,
      amount: report.settled.value,
      currency: report.currency,
      statement: exact({
        ...{ report, statement, paid, settlement, bank, waived, disputed, earnedBack, ledger },
      }) as Record<string, unknown>,
    },
  ];
}

/** What the overview of many months shows of a report. */
export const summaryOf = ({ answer, counts, credits = [] }: Report): Readonly<Record<string, unknown>> => ({
  answer,
  counts,
  credits: credits.map(({ plan, title, agreement, status, currency, settled }) => ({
    ...{ plan, title, agreement, status, currency, settled },
  })),
});
