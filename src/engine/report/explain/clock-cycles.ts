import type { Reading, Segment } from "../../clock/reading.ts";
import { duration, earlier, type Instant } from "../../time/instant.ts";

/** One count of a clock: from its start (again, after a restart or with each exchange) to the next one. */
export interface Cycle {
  readonly reading: Reading;
  readonly segments: readonly Segment[];
  /** Seconds the clock showed that no segment of it counts: those carried over from a row that ruled before. */
  readonly carried: number;
}

/** The counts of a clock, oldest first; the last is the one it shows. */
export function cyclesOf(reading: Reading): readonly Cycle[] {
  const { segments } = reading;
  const all = [...reading.exchanges, reading];
  return all.map((each, index) => {
    const from = each.started ?? Number.NEGATIVE_INFINITY;
    const until = all[index + 1]?.started ?? Number.POSITIVE_INFINITY;
    const own = segments.filter(({ start }) => start >= from && start < until);
    return { reading: each, segments: own, carried: each.elapsed - countedIn(own) };
  });
}

/** The cycle in which a clock was judged at an instant. */
export function cycleAt(cycles: readonly Cycle[], at: Instant): Cycle | undefined {
  return cycles.findLast(({ reading }) => reading.started !== null && reading.started < at) ?? cycles[0];
}

/** The segments before an instant; the one that holds it is cut there. */
export function cutAt(segments: readonly Segment[], at: Instant): readonly Segment[] {
  return segments
    .filter(({ start }) => start < at)
    .map((each) => {
      const end = earlier(each.end, at);
      return { ...each, end, counted: duration(each.counted > 0 ? end - each.start : 0) };
    });
}

export const countedIn = (segments: readonly Segment[]): number =>
  segments.reduce((total, { counted }) => total + counted, 0);
