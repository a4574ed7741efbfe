import type { CreditPlanDocument } from "../../../../engine/agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../../../engine/agreement/document/document.ts";
import type { LevelDocument } from "../../../../engine/agreement/document/level.ts";
import { entry } from "../../../../engine/agreement/document/written.ts";
import type { Mark } from "../../../../engine/agreement/quantity.ts";
import { levelName } from "../../../../engine/credit/written/written-plan.ts";
import type { Complaint } from "../../problem.ts";
import type { Rule } from "../rule.ts";

/** A credit plan with where it stands and what it refers to. */
export interface PlanPlace {
  readonly id: string;
  readonly plan: CreditPlanDocument;
  readonly path: readonly string[];
  readonly document: ContractDocument;
  readonly currency: string;
  /** The levels of its agreement by the names they have in a plan: `agreement/level`. */
  readonly levels: ReadonlyMap<string, LevelDocument>;
}

/** A rule that looks at one credit plan at a time. */
export function eachPlan(rule: (place: PlanPlace) => readonly Complaint[]): Rule {
  return (document) =>
    Object.entries(document.credit_plans).flatMap(([id, plan]) => rule(planPlace(document, id, plan)));
}

function planPlace(document: ContractDocument, id: string, plan: CreditPlanDocument): PlanPlace {
  const levels = Object.entries(entry(document.agreements, plan.for)?.service_levels ?? {});
  return {
    ...{ id, plan, document, path: ["credit_plans", id] },
    currency: plan.currency ?? document.contract.currency,
    levels: new Map(levels.map(([level, one]) => [levelName(plan, level), one])),
  };
}

/** The mark that a level is missed by: its minimum, else its only one. Null where stages carry the marks. */
export const missedBy = ({ expected, minimum }: LevelDocument): Mark | null => minimum ?? expected ?? null;

/** A mark of any kind of a level, from which its unit and direction are known. */
export const anyMark = ({ expected, minimum, stages }: LevelDocument): Mark | null =>
  expected ?? minimum ?? stages?.[0]?.expected ?? null;

/** Whether a level has a verdict between its expected mark and its minimum. */
export const hasMinimum = ({ minimum, stages }: LevelDocument): boolean =>
  minimum !== undefined || (stages ?? []).some((stage) => stage.minimum !== undefined);

export const looksUp = ({ direction }: Mark): boolean => direction === "at least" || direction === "more than";
