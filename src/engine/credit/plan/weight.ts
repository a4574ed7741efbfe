import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";

/** A weight is named, dated and owned; a later one of the same name replaces it from its first day on. */
export interface Weight {
  readonly name: string;
  /** A share, 1 for 100 %. */
  readonly share: Fraction;
  readonly from: Day;
  readonly setBy: string;
  readonly noticeGiven: Day | null;
  readonly reason: string;
}

/** What a set of weights must keep, and how it may change. */
export interface WeightRules {
  readonly total: "exactly 100%" | "at most 100%" | "free";
  readonly noticeMonths: number;
  readonly noticeDays: number;
  readonly changesPerYear: number | null;
  readonly inside: "pinned at the start" | "by days";
}

/** The name under which the weight of a whole category stands. */
export const categoryWeight = (category: string): string => `category ${category}`;
