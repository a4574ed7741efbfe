import type { TrendDocument } from "../agreement/document/improvement.ts";
import type { Mark, Quantity } from "../agreement/quantity.ts";
import { compare, fraction, minus, zero } from "../number/fraction.ts";
import { betterOf, compareBy, markOf } from "./better.ts";
import type { Chain } from "./chains.ts";
import type { Completion, Nearness, Why } from "./effect.ts";
import { ahead } from "./forecast.ts";
import { completedBy, figuredOf, fits, isKnown, type KnownPoint, newestOf, type Point, pointsOf } from "./points.ts";

/** A figure that gets worse: period by period, or by a line that reaches a mark soon. One effect a newest period. */
export function byTrend(trend: TrendDocument, chain: Chain): readonly Completion[] {
  const points = pointsOf(chain);
  return points.flatMap((_, index) => {
    const known = points.slice(0, index + 1);
    return trend.worse_in_a_row === undefined ? reaching(trend, known) : worse(trend, trend.worse_in_a_row, known);
  });
}

/**
 * So many periods of which each has a strictly worse figure than the one before, so one figure more than that. What
 * has no figure is stepped over; a figure that is not known breaks the row.
 */
function worse({ nearer_than }: TrendDocument, times: number, points: readonly Point[]): readonly Completion[] {
  const row = newestOf(points, times + 1);
  const newest = row?.at(-1);
  const better = newest && betterOf(newest.result.level);
  if (!row || !newest || !better) return [];
  const isFalling = row.every((point, index) => {
    const before = row[index - 1];
    return before === undefined || compareBy(better, point.figure, before.figure) < 0;
  });
  const near = isFalling ? nearOf(newest, nearer_than, markOf(newest.result.level, "expected")) : "far";
  return near === "far" ? [] : [completed(row, { kind: "worse", figures: row.map(figuredOf), times, near })];
}

/** How near a figure is to a mark, null where nothing is agreed of it, or that it is not near enough. */
function nearOf(
  { result, figure }: KnownPoint,
  than: Quantity | undefined,
  mark: Mark | null,
): Nearness | null | "far" {
  if (than === undefined) return null;
  if (mark === null || !fits(than, result.measurement.unit)) return "far";
  const difference = minus(figure, mark.quantity.value);
  const distance = difference.n < 0n ? minus(zero, difference) : difference;
  return compare(distance, than.value) < 0 ? { mark, distance, than } : "far";
}

/** A line through the newest figures that are known, as many as asked for, from a level that still keeps its mark. */
function reaching(trend: TrendDocument, points: readonly Point[]): readonly Completion[] {
  const { periods, reaches, within, nearer_than } = trend;
  const newest = points.at(-1);
  if (periods === undefined || reaches === undefined || within === undefined) return [];
  if (newest === undefined || !isKnown(newest)) return [];
  const mark = markOf(newest.result.level, reaches);
  const used = points.filter(isKnown).slice(-periods);
  if (mark === null || used.length < periods) return [];
  const found = ahead(used, { reaches: mark.quantity, steps: fraction(within) });
  const near = nearOf(newest, nearer_than, mark);
  if (found === null || found.kind === "reached" || near === "far") return [];
  const { slope, steps } = found;
  const why = { kind: "line", figures: used.map(figuredOf), slope, reaches: mark.quantity, steps, near } as const;
  return [completed(used, { ...why, within: { kind: "periods", count: within } })];
}

const completed = (points: readonly KnownPoint[], why: Why): Completion =>
  completedBy(
    points.map(({ result }) => result),
    why,
  );
