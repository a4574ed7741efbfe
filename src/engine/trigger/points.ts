import type { Quantity, Unit } from "../agreement/quantity.ts";
import type { Fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import type { Chain } from "./chains.ts";
import type { Completion, Figured, Why } from "./effect.ts";

/** A period of a level that has a figure. */
export interface Point {
  /** Its place among all periods of the level, those without a figure included. */
  readonly place: number;
  readonly result: Result;
  /** Null: there is one that is not known, since the verdict is undetermined or held, or a miss is deemed. */
  readonly figure: Fraction | null;
}

/** A point whose figure is known. */
export interface KnownPoint extends Point {
  readonly figure: Fraction;
}

/** The periods of a level that have a figure; those not rated, or in which nothing happened, have none. */
export function pointsOf(chain: Chain): readonly Point[] {
  return chain.flatMap((result, place): readonly Point[] => {
    const { verdict, measurement } = result;
    if (verdict === "not rated") return [];
    if (verdict === "undetermined" || verdict === "held") return [{ place, result, figure: null }];
    if (measurement.figure === null && verdict !== "missed") return [];
    return [{ place, result, figure: measurement.figure }];
  });
}

export const isKnown = (point: Point): point is KnownPoint => point.figure !== null;

/** The newest so many of some points, if there are so many, all are known, and all are counted in one unit. */
export function newestOf(points: readonly Point[], count: number): readonly KnownPoint[] | null {
  const newest = points.slice(-count).filter(isKnown);
  return count > 0 && newest.length === count && areAlike(newest) ? newest : null;
}

/** Whether the figures of some points can be held against each other. */
export const areAlike = (points: readonly Point[]): boolean =>
  new Set(points.map(({ result }) => result.measurement.unit)).size === 1;

/** A score counts in points, and its marks are plain numbers. */
export function fits({ unit }: Quantity, measured: Unit): boolean {
  return unit === measured || (measured === "points" && unit === "number");
}

export const figuredOf = ({ result: { period, measurement }, figure }: KnownPoint): Figured => ({
  period,
  unit: measurement.unit,
  figure,
});

/** What some results of one level complete, the last of them at its end. */
export function completedBy(results: readonly Result[], why: Why): Completion {
  const newest = results.at(-1);
  if (newest === undefined) throw new Error("completed by no result");
  const { level, group, period } = newest;
  return {
    about: { kind: "level", level, group },
    why,
    periods: results.map((each) => each.period),
    at: period.end,
  };
}
