import type { Period } from "../engine/period/result.ts";
import { creditRuns } from "./credit-runs.ts";
import { type Figures, resultsWithin } from "./make-reports.ts";
import { evaluatorOver, measured, trendSpan } from "./measured.ts";
import type { ReadyJob } from "./run-job.ts";

/** What was measured of a period, as if it had been asked for alone. */
export interface FiguresOfOne {
  readonly period: Period;
  readonly figures: Figures;
}

/** Measures several periods once, and gives of each the figures that it would have by itself. */
export function* figuresOfEach(ready: ReadyJob, periods: readonly Period[]): Generator<FiguresOfOne> {
  const all = measured(ready, periods);
  const evaluate = evaluatorOver(ready, all);
  for (const one of all) {
    for (const period of one.periods) {
      const span = trendSpan(ready, [period]);
      const results = resultsWithin(one.results, { ...period, ...span });
      const own = { ...one, periods: [period], span, results };
      yield { period, figures: { all: [own], credits: creditRuns(ready.job, period, evaluate) } };
    }
  }
}
