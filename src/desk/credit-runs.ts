import { entry } from "../engine/agreement/document/written.ts";
import { documentAt } from "../engine/agreement/resolve/amended.ts";
import { creditMonths } from "../engine/credit/run/credit-months.ts";
import type { CreditMonth } from "../engine/credit/run/month.ts";
import { periodsBetween } from "../engine/period/periods.ts";
import type { Period, Result } from "../engine/period/result.ts";
import type { CreditReport } from "../engine/report/credits/credit-report.ts";
import { creditReportOf } from "../engine/report/credits/credit-report-of.ts";
import { instantOf, wallAt } from "../engine/time/zone.ts";
import type { CreditMonth as CreditOfMonth } from "../engine/trigger/credit-month.ts";
import { evaluateOne } from "./evaluate.ts";
import type { Job } from "./job.ts";
import { months } from "./report-periods.ts";

/** The months of one plan, from its first to the last that was asked for. */
export type CreditRun = readonly CreditMonth[];

/**
 * The credits of every plan of the contract up to the end of a period. Repeats, windows and caps look back, so each
 * plan is run from its first month on, whichever month is asked for.
 */
export function creditRuns(job: Job, last: Period, evaluate: typeof evaluateOne = evaluateOne): readonly CreditRun[] {
  const seen = new Map<string, readonly Result[]>();
  return Object.entries(job.document.credit_plans).flatMap(([plan, { for: agreement, from }]) => {
    const start = instantOf(job.zone, { day: from, second: 0 });
    if (start >= last.end) return [];
    const within = periodsBetween(months(job), { start, end: last.end });
    const results = seen.get(agreement) ?? resultsOf(job, agreement, { within, evaluate });
    seen.set(agreement, results);
    const run = creditMonths({
      document: job.document,
      plan,
      months: within,
      zone: job.zone,
      results,
      entries: job.creditEntries,
    });
    return run.length > 0 ? [run] : [];
  });
}

/** The credits of the months of a period, in words, plan by plan. */
export function creditReports(job: Job, runs: readonly CreditRun[], period: Period): readonly CreditReport[] {
  return runs.flatMap((run) =>
    run.flatMap((month, index): readonly CreditReport[] => {
      const isOwn = period.start < month.period.end && month.period.end <= period.end;
      if (!isOwn) return [];
      const day = wallAt(job.zone, month.period.start).day;
      const { names } = job.worldAt(day).contract;
      return [
        creditReportOf(month, { contract: documentAt(job.document, day), names, months: run.slice(0, index + 1) }),
      ];
    }),
  );
}

/** A month as triggers look at it: what it came to, after its limits. */
export const creditOfMonth = ({ written, period, statement }: CreditMonth): CreditOfMonth => ({
  plan: written.id,
  period,
  credit: statement.credit,
  currency: written.currency,
  bases: statement.bases,
  capped: statement.capped,
});

/** Results of an agreement over months, each under the contract as in force when it starts. */
function resultsOf(
  job: Job,
  agreement: string,
  { within, evaluate }: { readonly within: readonly Period[]; readonly evaluate: typeof evaluateOne },
): readonly Result[] {
  if (entry(job.document.agreements, agreement) === undefined) return [];
  const byWorld = Map.groupBy(within, ({ start }) => job.worldAt(wallAt(job.zone, start).day));
  return [...byWorld].flatMap(([world, own]) => {
    const [first, end] = [own[0], own.at(-1)?.end];
    if (!first || end === undefined) return [];
    return evaluate(job, agreement, { world, span: { start: first.start, end } });
  });
}
