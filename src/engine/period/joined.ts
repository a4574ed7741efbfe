import type { LowVolume } from "../agreement/terms.ts";
import type { ClockReader } from "../measure/clock-reader.ts";
import type { Group } from "../measure/input.ts";
import type { Span } from "../time/span.ts";
import { earlierPeriods } from "./earlier-periods.ts";
import type { LevelInput } from "./evidence.ts";
import type { MeasureSpan } from "./measure-span.ts";
import { countOf } from "./verdict.ts";

/** The level at hand: its low-volume number and how it is measured. */
export interface Joining {
  readonly lowVolume: LowVolume;
  readonly group: Group | null;
  readonly stage: number;
  readonly measured: MeasureSpan;
}

/**
 * The span a period is judged on where low volume joins the next period: from the first period that was carried
 * forward. Counted from the start of the promise, since what a period carries depends on those before it.
 */
export function joinedSpan(input: LevelInput, within: Span, joining: Joining): Span {
  let start = within.start;
  let carried = 0;
  for (const { id, span } of earlierPeriods(input, Number.POSITIVE_INFINITY)) {
    if (carried === 0) start = span.start;
    carried += countedIn(input, joining, { id, span });
    if (carried >= joining.lowVolume.fewerThan) carried = 0;
  }
  return { start: carried === 0 ? within.start : start, end: within.end };
}

/** Counts of earlier periods, kept for one evaluation. */
const kept = new WeakMap<ClockReader, Map<string, number>>();

function countedIn(
  input: LevelInput,
  { group, stage, measured }: Joining,
  { id, span }: { id: string; span: Span },
): number {
  const { agreement, id: level, version } = input.level;
  const key = [agreement, level, version.number, stage, group?.id ?? "", id].join("/");
  const counts = kept.get(input.clocks) ?? new Map<string, number>();
  kept.set(input.clocks, counts);
  const count = counts.get(key) ?? countOf(measured(span, id).value);
  counts.set(key, count);
  return count;
}
