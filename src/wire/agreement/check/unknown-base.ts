import type { CreditPlanDocument } from "../../../engine/agreement/document/credit-plan.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** Shares of a credit plan are taken of its bases, or of the level's weight where the plan has weights. */
export const unknownBase: Rule = ({ credit_plans, improvement }) => [
  ...Object.entries(credit_plans).flatMap(([id, plan]) => planComplaints(["credit_plans", id], plan)),
  ...Object.entries(improvement.triggers ?? {}).flatMap(([id, { credits }]) => {
    const plan = credits && entry(credit_plans, credits.plan);
    if (!plan || !("of" in credits.at_least)) return [];
    return complaints(["improvement", "triggers", id, "credits", "at_least", "of"], credits.at_least.of, plan);
  }),
];

const months = ["month of the miss", "month before", "month after", "contract year"];

function planComplaints(path: readonly string[], plan: CreditPlanDocument): readonly Complaint[] {
  const ofBases = Object.entries(plan.bases).flatMap(([id, { charges, of }]) => {
    const isTime = charges !== undefined || of === undefined || months.includes(of);
    return isTime ? [] : complaints([...path, "bases", id, "of"], of, plan);
  });
  const ofAwards = plan.awards.flatMap(({ gives }, index) =>
    gives.of === undefined ? [] : complaints([...path, "awards", String(index), "gives", "of"], gives.of, plan),
  );
  const ofLimits = (plan.limits ?? []).flatMap(({ at_most }, index) =>
    at_most !== undefined && "of" in at_most
      ? complaints([...path, "limits", String(index), "at_most", "of"], at_most.of, plan)
      : [],
  );
  const rules = plan.weight_rules;
  const ofWeights = rules ? complaints([...path, "weight_rules", "divide"], rules.divide, plan) : [];
  return [...ofBases, ...ofAwards, ...ofLimits, ...ofWeights];
}

function complaints(path: readonly string[], base: string, plan: CreditPlanDocument): readonly Complaint[] {
  const known = [...Object.keys(plan.bases), ...(plan.weights === undefined ? [] : ["weight"])];
  if (known.includes(base)) return [];
  const close = closest(base, known);
  const way_out = close ? `Did you mean '${close}'?` : "Define it under bases.";
  return [atValue(path, { code: "unknown-base", message: `'${base}' is not a base of this plan.`, way_out })];
}
