import type { Fraction } from "../../number/fraction.ts";
import type { Cap } from "./limit.ts";

/** What a supplier wins back of a credit by the periods that follow it. */
export interface EarnBackPlan {
  readonly share: Fraction;
  readonly when: "met" | "exceeded" | "no credits" | "average at expected";
  /** So many periods in a row; for an average, so many with a figure. */
  readonly periods: number;
  /** Levels whose credits stay. */
  readonly notFor: readonly string[];
  /** Months of the year, 1 to 12, whose credits stay. */
  readonly notIn: readonly number[];
  readonly to: "refund" | "bank";
}

/** What figures above an upper mark give. */
export interface BonusPlan {
  /** Levels by name, or null for every level with an award. */
  readonly levels: readonly string[] | null;
  readonly above: Fraction;
  /** Given for each whole step; null: once. */
  readonly step: Fraction | null;
  /** Money, or a share of `of`. */
  readonly give: Fraction;
  readonly of: string | null;
  readonly atMost: Cap | null;
  /** Set against credits of the period only, or paid. */
  readonly used: "offset" | "paid";
}

/** A target that rises by itself. Nothing is amended by it: it is what the parties agreed to write down next. */
export interface Improvement {
  readonly levels: readonly string[] | null;
  readonly mark: "expected" | "minimum";
  readonly after: "12 months above" | "each contract year";
  readonly to: "midpoint with the average" | "step of the gap";
  readonly share: Fraction;
}
