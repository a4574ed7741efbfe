import type { Allowed, Mark, Money, Quantity } from "../quantity.ts";
import type { Verdict } from "../words.ts";
import type { ShareOf } from "./credit-limit.ts";
import type { ById, Term } from "./written.ts";

/** What follows from misses beyond money. */
export interface ImprovementSection {
  readonly triggers?: ById<TriggerDocument> | undefined;
  readonly plan?: ImprovementPlanDocument | undefined;
}

/** What a trigger can open. */
export const openings = [
  "root cause analysis",
  "improvement plan",
  "escalation",
  "critical failure",
  "right to end the contract",
] as const;
export type Opening = (typeof openings)[number];

/**
 * What is looked at, in one way: periods of a verdict that are counted, figures (`trend`, `average`, `capacity`),
 * outages (`chronic`) or the months of a credit plan (`credits`, `limit_reached`), which may be counted as well.
 */
export interface TriggerDocument {
  readonly title: string;
  readonly agreement?: string | undefined;
  readonly levels?: "all" | "critical" | readonly string[] | undefined;
  readonly verdict?: Verdict | undefined;
  readonly in_a_row?: number | undefined;
  readonly times?: number | undefined;
  readonly out_of?: number | undefined;
  readonly trend?: TrendDocument | undefined;
  readonly average?: AverageDocument | undefined;
  readonly chronic?: ChronicDocument | undefined;
  readonly capacity?: CapacityDocument | undefined;
  readonly credits?: CreditsDocument | undefined;
  /** The credit plan. */
  readonly limit_reached?: string | undefined;
  readonly opens: Opening;
  readonly within?: Allowed | undefined;
  readonly notice?: Term | undefined;
  readonly expires?: Term | undefined;
}

/** Worse so many periods in a row, or the line through `periods` figures that reaches a mark of the level. */
export interface TrendDocument {
  readonly worse_in_a_row?: number | undefined;
  readonly nearer_than?: Quantity | undefined;
  readonly periods?: number | undefined;
  readonly reaches?: "expected" | "minimum" | undefined;
  /** So many periods ahead. */
  readonly within?: number | undefined;
}

/** The mean of so many periods is below a figure, or above one. */
export interface AverageDocument {
  readonly periods: number;
  readonly below?: Quantity | undefined;
  readonly above?: Quantity | undefined;
}

/** At least so many outages, or so much time of them, in any stretch of this length that ends with an outage. */
export interface ChronicDocument {
  readonly outages?: number | undefined;
  /** `at least` or `more than` a time. */
  readonly downtime?: Mark | undefined;
  readonly within: Term;
}

/** The line through up to `from` figures reaches a figure in this time. */
export interface CapacityDocument {
  readonly reaches: Quantity;
  readonly within: Term;
  readonly from: number;
}

/** A month with a credit, or with at least so much of one. */
export interface CreditsDocument {
  readonly plan: string;
  readonly at_least?: ShareOf | Money | undefined;
}

export interface ImprovementPlanDocument {
  readonly owner_named_within?: Allowed | undefined;
  readonly cause_found_within?: Allowed | undefined;
  readonly approved_within?: Allowed | undefined;
  /** Money from which cost and benefit are shown. */
  readonly cost_case_from?: Money | undefined;
  readonly reported_at?: string | undefined;
  readonly closed_when?: { readonly verdict: Verdict; readonly in_a_row: number } | undefined;
  readonly relapse_within?: Term | undefined;
}
