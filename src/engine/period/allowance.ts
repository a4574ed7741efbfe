import type { Mark } from "../agreement/quantity.ts";
import type { LowVolume, Target } from "../agreement/terms.ts";
import { allowedMisses } from "../measure/arithmetic/attainment.ts";
import type { Measurement } from "../measure/measurement.ts";
import { compare, fraction, over } from "../number/fraction.ts";

/** Misses that the target allows at this number of records, and those there were; `unknown` may yet be misses. */
export interface Allowance {
  readonly allowed: number;
  readonly misses: number;
  readonly unknown: number;
}

/** Null where a count makes no sense: measures of time, means, sums, and targets that are no least share (semantics 51). */
export function allowanceOf(
  measurement: Measurement,
  { expected }: Target,
  lowVolume: LowVolume | null,
): Allowance | null {
  const counts = countsOf(measurement);
  const isLeastShare = expected?.direction === "at least" || expected?.direction === "more than";
  if (counts === null || expected?.quantity.unit !== "share" || !isLeastShare) return null;
  const isLow = lowVolume?.then === "allow misses" && counts.all < lowVolume.fewerThan;
  return {
    allowed: Math.max(allowedBy(expected, counts.all), isLow ? lowVolume.misses : 0),
    misses: counts.known - counts.good,
    unknown: counts.all - counts.known,
  };
}

/** Good, known and all records of a share of records; an item may stand for several samples that never came. */
function countsOf({ unit, time, items, part, whole, completeness }: Measurement) {
  const good = items.filter((item) => item.counted && item.good === true).length;
  const isShareOfRecords = unit === "share" && time === null && part !== null && compare(part, fraction(good)) === 0;
  if (!isShareOfRecords || whole === null || completeness.n === 0n) return null;
  return { good, known: Number(whole.n / whole.d), all: Number(over(whole, completeness).n) };
}

/** `more than 95%` of 20 allows none: exactly one miss would leave the share on the mark. */
function allowedBy({ direction, quantity }: Mark, count: number): number {
  const most = allowedMisses(count, quantity.value);
  const isOnMark = count > 0 && compare(fraction(count - most, count), quantity.value) === 0;
  return direction === "more than" && isOnMark ? Math.max(most - 1, 0) : most;
}
