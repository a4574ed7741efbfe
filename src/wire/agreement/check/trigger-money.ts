import type { ContractDocument } from "../../../engine/agreement/document/document.ts";
import { entry } from "../../../engine/agreement/document/written.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** The credit of a month is held against money in the currency of its plan, or a share of one of its bases. */
export const triggerMoney: Rule = (document) =>
  Object.entries(document.improvement.triggers ?? {}).flatMap(([id, { credits }]): readonly Complaint[] => {
    const path = ["improvement", "triggers", id, "credits", "at_least"];
    const least = credits?.at_least;
    if (!credits || !least) return [];
    if ("of" in least) return least.of === "weight" ? noBase(document, credits.plan, [...path, "of"]) : [];
    const currency = entry(document.credit_plans, credits.plan)?.currency ?? document.contract.currency;
    if (least.currency === currency) return [];
    const message = `the credits of this plan are in ${currency}, not in ${least.currency}.`;
    return [atValue(path, { code: "other-currency", message, way_out: `Write the amount in ${currency}.` })];
  });

/** A weight belongs to a level, a month has none; unless the plan has a base of that name. */
function noBase({ credit_plans }: ContractDocument, id: string, path: readonly string[]): readonly Complaint[] {
  const bases = entry(credit_plans, id)?.bases;
  if (bases === undefined || Object.hasOwn(bases, "weight")) return [];
  const message = "the credit of a month is no share of a weight.";
  return [atValue(path, { code: "unknown-base", message, way_out: `Name a base: ${Object.keys(bases).join(", ")}.` })];
}
