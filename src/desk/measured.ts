import type { Period, Result } from "../engine/period/result.ts";
import { earlier } from "../engine/time/instant.ts";
import type { Span } from "../engine/time/span.ts";
import { wallAt } from "../engine/time/zone.ts";
import { evaluateOne } from "./evaluate.ts";
import { countOne, evaluateFast } from "./fast/evaluate-fast.ts";
import { roadFor } from "./fast/road.ts";
import { monthsBefore } from "./report-periods.ts";
import type { ReadyJob } from "./run-job.ts";
import type { World } from "./world.ts";

/** Months in a trend, the month of the report included. */
const trendMonths = 13;

/** Periods under one version of the contract, with all results that they and their trends need. */
export interface Measured {
  readonly world: World;
  readonly periods: readonly Period[];
  readonly span: Span;
  readonly results: readonly Result[];
}

/** Told before each agreement is measured: its title, how many are done, and of how many. */
export type OnMeasured = (what: string, done: number, total: number) => void;

/** Measures periods; those under one version of the contract together, once. */
export function measured(
  ready: ReadyJob,
  periods: readonly Period[],
  onMeasured: OnMeasured = () => {},
): readonly Measured[] {
  const groups = [...Map.groupBy(periods, (period) => worldOf(ready, period))];
  const agreements = Object.entries(ready.job.document.agreements);
  return groups.map(([world, own], index) => {
    const span = trendSpan(ready, own);
    const tell = (at: number): void =>
      onMeasured(agreements[at]?.[1].title ?? "", index * agreements.length + at, groups.length * agreements.length);
    return { world, periods: own, span, results: resultsOf(ready, { world, own, span, tell }) };
  });
}

/** The contract as in force when the period starts. */
const worldOf = ({ job }: ReadyJob, period: Period): World => job.worldAt(wallAt(job.zone, period.start).day);

/** From the first month that the trend of the first period shows to the end of the last. */
export function trendSpan({ job }: ReadyJob, own: readonly Period[]): Span {
  const [first, last] = [own[0] as Period, own.at(-1) as Period];
  return { start: monthsBefore(job, first, trendMonths - 1)[0]?.start ?? first.start, end: last.end };
}

interface Asked {
  readonly world: World;
  readonly own: readonly Period[];
  readonly span: Span;
  readonly tell: (agreement: number) => void;
}

function resultsOf({ job, road = null }: ReadyJob, { world, own, span, tell }: Asked): readonly Result[] {
  if (roadFor(job, road) === "fast") {
    tell(0);
    return evaluateFast(job, world, { ...span, told: { start: own[0]?.start ?? span.start, end: span.end } });
  }
  return Object.keys(job.document.agreements).flatMap((id, index) => {
    tell(index);
    return evaluateOne(job, id, { world, span });
  });
}

/** Results of one agreement over a span: those that were measured already, and what lies before them. */
export function evaluatorOver(ready: ReadyJob, known: readonly Measured[]): typeof evaluateOne {
  const evaluate = roadFor(ready.job, ready.road ?? null) === "plain" ? evaluateOne : countOne;
  return (job, agreement, { world, span }) => {
    const found = known.find((one) => one.world === world && one.span.end >= span.end);
    if (!found) return evaluate(job, agreement, { world, span });
    const until = earlier(found.span.start, span.end);
    const before =
      until > span.start ? evaluate(job, agreement, { world, span: { start: span.start, end: until } }) : [];
    const since = before.length > 0 ? until : span.start;
    const own = found.results.filter(
      ({ level, period }) => level.agreement === agreement && since < period.end && period.end <= span.end,
    );
    return [...before, ...own];
  };
}
