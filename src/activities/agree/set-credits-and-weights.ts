import { activity } from "../activity.ts";
import { isAmendmentOf } from "../establish/text/changed-parts.ts";
import { textActivity } from "../establish/text/text-activity.ts";

const sections: readonly string[] = ["credit_plans", "charges"];

/** A new version of the text in which only credit plans and charges differ; a plan is signed with its agreement. */
export const setCreditsAndWeights = activity({
  name: "set credits and weights",
  summary: "Saves a new version of a contract's text in which only credit plans, weights and charges differ.",
  path: "/contracts/{contract}/credit-plans",
  ...textActivity(
    (part, texts) =>
      sections.includes(part.section) ||
      isAmendmentOf(part, texts, (amends) => amends in texts.before.credit_plans || amends in texts.after.credit_plans),
  ),
});
