import { activity } from "../activity.ts";
import { isAmendmentOf } from "../establish/text/changed-parts.ts";
import { textActivity } from "../establish/text/text-activity.ts";

/** A new version of the text with amendments of agreements or credit plans that were not there before. */
export const amendAnAgreement = activity({
  name: "amend an agreement",
  summary: "Adds amendments, each with the first day on which it holds. They count once the agreement is signed again.",
  path: "/contracts/{contract}/amendments",
  ...textActivity(
    (part, texts) =>
      isAmendmentOf(part, texts, (amends) => amends in texts.after.agreements || amends in texts.after.credit_plans) &&
      !(part.id !== null && part.id in texts.before.amendments),
  ),
});
