import type { Allowed, Money } from "../quantity.ts";
import type { Verdict } from "../words.ts";
import type { ShareOf } from "./credit-plan.ts";
import type { ById, Term } from "./written.ts";

/** What follows from misses beyond money. */
export interface ImprovementSection {
  readonly triggers?: ById<TriggerDocument> | undefined;
  readonly plan?: ImprovementPlanDocument | undefined;
}

export interface TriggerDocument {
  readonly title: string;
  readonly agreement?: string | undefined;
  readonly levels?: "all" | "critical" | readonly string[] | undefined;
  readonly verdict?: Verdict | undefined;
  readonly in_a_row?: number | undefined;
  readonly times?: number | undefined;
  readonly out_of?: number | undefined;
  readonly credits?: { readonly plan: string; readonly at_least: ShareOf | Money } | undefined;
  readonly opens: "improvement plan" | "escalation" | "right to end the contract";
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
