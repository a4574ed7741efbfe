import type { Fraction } from "../../number/fraction.ts";
import type { Day } from "../../time/civil.ts";
import type { ById, Term } from "./written.ts";

/** What a set of weights must keep, who sets it and how it may change. */
export interface WeightRulesDocument {
  /** The base that the weights divide. */
  readonly divide: string;
  readonly total?: "exactly 100%" | "at most 100%" | "free" | undefined;
  readonly set_by?: "client" | "supplier" | "both" | undefined;
  readonly notice?: Term | undefined;
  readonly changes?: { readonly at_most: number; readonly per: "month" | "quarter" | "year" } | undefined;
  readonly levels_at_once?: number | undefined;
  readonly at_risk?: "may not rise" | "free" | undefined;
  readonly inside_a_period?: "pinned at the start" | "by days" | undefined;
}

/** Weights from a day on until the next set: who set them, why, and on which notice. */
export interface WeightSetDocument {
  readonly from: Day;
  readonly set_by: string;
  readonly notice_given: Day;
  readonly reason: string;
  readonly shares: ById<Fraction>;
  /** Shares of whole categories, which the shares of their levels divide. */
  readonly categories?: ById<Fraction> | undefined;
}
