import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";

/** The state of a level in a period. The failing ones exclude each other. */
export type State =
  | "met"
  | "missed"
  | "below expected"
  | "below minimum"
  | "deemed failed"
  | "not applicable"
  | "held"
  | "excused"
  | "waived"
  | "reported only";

export const failing: readonly State[] = ["missed", "below expected", "below minimum", "deemed failed"];

/** How a level is read for credits. */
export interface LevelRules {
  readonly class: "critical" | "key" | "reporting";
  readonly category: string | null;
  readonly service: string | null;
  readonly better: "higher" | "lower";
  readonly expected: Fraction | null;
  readonly minimum: Fraction | null;
  readonly round: { readonly places: number; readonly mode: ValueRounding } | null;
  /** Below so many events, so many misses are allowed instead of the mark. */
  readonly lowVolume: { readonly below: Fraction; readonly allowed: Fraction } | null;
  readonly notMeasured: "held" | "deemed failed";
  /** The first day on which failures cost something. */
  readonly chargeableFrom: Day | null;
}

/** How a figure is rounded before it is compared. */
export type ValueRounding = "half up" | "down";

/** A critical level with the usual defaults; no data is held with its reason. */
export const plainLevel: LevelRules = {
  class: "critical",
  category: null,
  service: null,
  better: "higher",
  expected: null,
  minimum: null,
  round: null,
  lowVolume: null,
  notMeasured: "held",
  chargeableFrom: null,
};
