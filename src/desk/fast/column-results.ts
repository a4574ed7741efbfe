import type { LevelTerms } from "../../engine/agreement/terms.ts";
import type { Columns } from "../../engine/batch/columns.ts";
import { evaluateColumns } from "../../engine/batch/evaluate-columns.ts";
import { clockReader } from "../../engine/measure/clock-reader.ts";
import { measure } from "../../engine/measure/measure.ts";
import { promisedSpan } from "../../engine/period/promised.ts";
import type { Result } from "../../engine/period/result.ts";
import { judge } from "../../engine/period/verdict.ts";
import type { Span } from "../../engine/time/span.ts";
import type { Job } from "../job.ts";
import type { World } from "../world.ts";
import type { ColumnLevel } from "./column-level.ts";
import { type Count, type Counted, measurementOf } from "./counted.ts";

/** What the figures of levels are counted from. */
export interface Counting {
  readonly job: Job;
  readonly world: World;
  readonly columns: Columns;
  readonly levels: readonly ColumnLevel[];
}

/**
 * Results with figure, bounds, counts and verdict from columns, of results that were made without any record: those
 * say which level is judged in which period, and whether it was promised, disputed or not yet begun. Their items say
 * only how many records counted, and how. The periods of one level are in order and do not overlap.
 */
export function columnResults(counting: Counting, empty: readonly Result[]): readonly Result[] {
  const found = new Map<Result, Result>();
  const spans = new Map(empty.map((result) => [result, spanOf(counting, result)]));
  const byLevel = Map.groupBy(
    empty.filter((each) => spans.get(each)),
    ({ level }) => level,
  );
  const alike = Map.groupBy(counting.levels, ({ level }) =>
    JSON.stringify(byLevel.get(level)?.map((each) => spans.get(each))),
  );
  for (const levels of alike.values()) {
    const first = byLevel.get((levels[0] as ColumnLevel).level) ?? [];
    const count = countsOf(
      { ...counting, levels },
      first.flatMap((each) => spans.get(each) ?? []),
    );
    for (const [at, { level }] of levels.entries()) {
      for (const [period, each] of (byLevel.get(level) ?? []).entries())
        found.set(each, judged(each, count(at, period)));
    }
  }
  return empty.map((result) => found.get(result) ?? result);
}

/** The part of the period in which the promise was given. */
export const spanOf = ({ job, world }: Pick<Counting, "job" | "world">, { level, period }: Result): Span | null =>
  promisedSpan({ ...job, ...world, ...nobody(world, level), level }, period);

const nobody = (world: World, level: LevelTerms) => ({
  clocks: clockReader({ ...world, versions: [level] }),
  verdicts: new Map(),
});

/** Counts by level and period, as agreed and bare; records that columns cannot tell are read by the plain engine. */
function countsOf(counting: Counting, periods: readonly Span[]): (level: number, period: number) => Counted {
  const { columns, job, world, levels } = counting;
  const apart = levels.filter(({ agreed, bare }) => agreed.where !== bare.where);
  const counts = evaluateColumns(columns, {
    levels: [...levels.map(({ agreed }) => agreed), ...apart.map(({ bare }) => bare)],
    periods,
    calendars: world.calendars,
    knownUntil: job.knownUntil,
  });
  const countAt = (level: number, period: number): Count => {
    const at = level * periods.length + period;
    const of = (counter: typeof counts.inTime): number => counter[at] ?? 0;
    return { good: of(counts.inTime), bad: of(counts.late) + of(counts.lateByChange), unknown: of(counts.unknown) };
  };
  return (index, period) => {
    const level = levels[index] as ColumnLevel;
    const own = countAt(index, period);
    const bare = apart.includes(level) ? countAt(levels.length + apart.indexOf(level), period) : own;
    if (columns.plainOnly.length === 0) return { own, bare };
    const rest = plainCount(counting, level.level, periods[period] as Span);
    return { own: added(own, rest.own), bare: added(bare, rest.bare) };
  };
}

const added = (a: Count, b: Count): Count => ({
  good: a.good + b.good,
  bad: a.bad + b.bad,
  unknown: a.unknown + b.unknown,
});

function plainCount({ columns, job, world }: Counting, level: LevelTerms, span: Span): Counted {
  const facts = { [level.of as string]: columns.plainOnly };
  const input = { ...job, ...world, ...nobody(world, level), facts, level, span, stage: null, group: null, period: "" };
  const { items, raw } = measure(input).value;
  const counted = items.filter((item) => item.counted);
  const of = (good: boolean | null): number => counted.filter((item) => item.good === good).length;
  const own = { good: of(true), bad: of(false), unknown: of(null) };
  const [good, whole] = [Number(raw.part?.n ?? 0n), Number(raw.whole?.n ?? 0n)];
  return { own, bare: { good, bad: whole - good, unknown: 0 } };
}

/** The verdict by the judge of all results; what stands above a figure was already decided without one. */
function judged(result: Result, counted: Counted): Result {
  const { level, reasons } = result;
  const measurement = measurementOf(counted);
  const found = judge({
    measurement,
    target: level.target,
    lowVolume: level.lowVolume,
    completeFrom: level.completeFrom,
    rules: level.rules,
    absence: "nothing happened",
    standing: reasons[0]?.code === "disputed" ? "disputed" : "settled",
  });
  const { verdict, reasons: given } = reasons[0]?.code === "before-commencement" ? result : found;
  return { ...result, measurement, verdict, reasons: given, allowance: found.allowance };
}
