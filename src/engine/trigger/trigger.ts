import type { TriggerDocument } from "../agreement/document/improvement.ts";

/** A trigger of the contract with its id, and what its words refer to. */
export interface Trigger extends TriggerDocument {
  readonly id: string;
  /** `agreement/level` of the levels with a weight in a credit plan, which are what `critical` means. */
  readonly critical: readonly string[];
  /** The credit plan that is looked at, if one is. */
  readonly plan: PlanName | null;
}

export interface PlanName {
  readonly id: string;
  readonly title: string;
  /** The agreement that the plan is for. */
  readonly agreement: string;
}
