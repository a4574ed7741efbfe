import type { CreditPlanDocument } from "../../../engine/agreement/document/credit-plan.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import { closest } from "../closest.ts";
import type { Complaint } from "../problem.ts";
import { baseUses } from "./credits/base-uses.ts";
import { chargeMonths } from "./credits/bases-whole.ts";
import { atValue, type Rule } from "./rule.ts";

/** Shares of a credit plan are taken of its bases; what an award gives may be a share of the level's weight. */
export const unknownBase: Rule = ({ credit_plans, improvement }) => [
  ...Object.entries(credit_plans).flatMap(([id, plan]) => planComplaints(["credit_plans", id], plan)),
  ...Object.entries(improvement.triggers ?? {}).flatMap(([id, { credits }]) => {
    const plan = credits && entry(credit_plans, credits.plan);
    if (!plan || credits.at_least === undefined || !("of" in credits.at_least)) return [];
    if (credits.at_least.of === "weight") return [];
    return complaints(["improvement", "triggers", id, "credits", "at_least", "of"], credits.at_least.of, plan);
  }),
];

function planComplaints(path: readonly string[], plan: CreditPlanDocument): readonly Complaint[] {
  const ofBases = Object.entries(plan.bases).flatMap(([id, base]) => {
    const at = [...path, "bases", id];
    const isPart = base.charges === undefined && base.of !== undefined && !chargeMonths.includes(base.of);
    return [
      ...(isPart && base.of ? complaints([...at, "of"], base.of, plan) : []),
      ...(base.sum ?? []).flatMap((one, index) => complaints([...at, "sum", String(index)], one, plan)),
    ];
  });
  const ofUses = baseUses(plan, path).flatMap((use) =>
    use.mayBeWeight && use.base === "weight" ? [] : complaints(use.path, use.base, plan),
  );
  return [...ofBases, ...ofUses];
}

function complaints(path: readonly string[], base: string, plan: CreditPlanDocument): readonly Complaint[] {
  const known = Object.keys(plan.bases);
  if (known.includes(base)) return [];
  if (base === "weight") {
    const message = "only 'gives' can be a share of the level's weight.";
    return [atValue(path, { code: "unknown-base", message, way_out: "Name a base of the plan." })];
  }
  const close = closest(base, known);
  const way_out = close ? `Did you mean '${close}'?` : "Define it under bases.";
  return [
    atValue(path, { code: "unknown-base", names: base, message: `'${base}' is not a base of this plan.`, way_out }),
  ];
}
