import { clientView } from "../../desk/client-view.ts";
import { figuresOfEach } from "../../desk/figures-of-each.ts";
import { type Figures, reportsFrom, resultsWithin } from "../../desk/make-reports.ts";
import { readyJobOf } from "../../desk/ready-job.ts";
import { periodsNamed } from "../../desk/report-periods.ts";
import type { ReadyJob } from "../../desk/run-job.ts";
import { statedFacts } from "../../desk/stated-facts.ts";
import type { Period } from "../../engine/period/result.ts";
import type { Day } from "../../engine/time/civil.ts";
import { wallAt } from "../../engine/time/zone.ts";
import { documentOf } from "../../store/contracts/read-files.ts";
import { withEnds } from "../../store/contracts/with-ends.ts";
import { factsOfPacks } from "../../store/packs/facts-of-packs.ts";
import type { Audience, KeptReport, MonthMeasured } from "../../store/results/evaluation.ts";
import { exact } from "../../store/results/exact.ts";
import { Refusal } from "../../wire/refusal.ts";
import { keptCredit, keptResult, summaryOf } from "./kept.ts";
import type { MonthOrder } from "./month-order.ts";

/** Several months of one contract to be measured from the same facts. */
export interface MonthsOrder extends Omit<MonthOrder, "period"> {
  readonly periods: readonly string[];
}

/**
 * Measures a month: everything in and out is plain data, so that it can run in another thread. It reads nothing and asks
 * no clock; the same order gives the same figures as the command line gives of the same facts.
 */
export function measureMonth({ period, ...order }: MonthOrder): MonthMeasured {
  const [month] = measureMonths({ ...order, periods: [period] });
  if (month === undefined) throw new Error("a month without figures");
  return month;
}

/** Measures several months at once: each has the figures that it has alone, in a fraction of the time. */
export function measureMonths(order: MonthsOrder): readonly MonthMeasured[] {
  const { facts, digest } = factsOfPacks(order.packs, order.learnedUntil);
  const ready = readyOf(order, facts);
  const periods = order.periods.map((id) => monthOf(ready, id));
  return [...figuresOfEach(ready, periods)].map(({ period, figures }) => {
    const client = clientView(ready, figures);
    const own = figures.all.flatMap(({ results }) => resultsWithin(results, period));
    return {
      ...{ start: period.start, end: period.end, knownUntil: ready.job.knownUntil },
      zoneData: ready.job.zone.version,
      factsDigest: digest,
      results: own.map(keptResult),
      credits: figures.credits.flatMap((run) => keptCredit(ready.job, run, period)),
      reports: [keptReport("provider", { ready, figures }, order.engine), keptReport("client", client, order.engine)],
    };
  });
}

function readyOf(order: MonthsOrder, facts: Parameters<typeof readyJobOf>[0]["facts"]): ReadyJob {
  const document = withEnds(documentOf(order.files), order.ends as ReadonlyMap<string, Day>);
  const { warnings, ...stated } = statedFacts(document, order.stated);
  const { kinds, groups, files } = order.takings;
  const { knownUntil: asKnown, learnedUntil, now } = order;
  return { ...readyJobOf({ document, facts, kinds, stated, asKnown, now, learnedUntil }), warnings, groups, files };
}

/** The month that is named. What is no month, or lies beside the contract's term, is refused. */
function monthOf({ job }: ReadyJob, id: string): Period {
  if (!/^\d{4}-\d{2}$/.test(id))
    throw new Refusal("not-a-month", `'${id}' is no month. A quarter or a year is judged with its last month.`);
  const [period] = periodsNamed(job, id) as readonly [Period];
  const { from, until } = job.document.contract;
  const [first, last] = [wallAt(job.zone, period.start).day, wallAt(job.zone, period.end).day];
  if (last <= from || first > until)
    throw new Refusal("outside-the-contract", `The contract does not run in ${id}. Name a month of its term.`);
  if (job.knownUntil <= period.start)
    throw new Refusal("period-not-begun", `Nothing is known of ${id} yet. Evaluate it when it has begun.`);
  return period;
}

function keptReport(
  audience: Audience,
  { ready, figures }: { readonly ready: ReadyJob; readonly figures: Figures },
  engine: string,
): KeptReport {
  const [report] = [...reportsFrom(ready, figures, engine)];
  if (report === undefined) throw new Error("a month without a report");
  return { audience, summary: summaryOf(report), report: exact(report) as Record<string, unknown> };
}
