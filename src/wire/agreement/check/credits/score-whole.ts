import { compare, one, sum } from "../../../../engine/number/fraction.ts";
import type { Complaint } from "../../problem.ts";
import { atKey, atValue } from "../rule.ts";
import { writeQuantity } from "../text.ts";
import { eachPlan } from "./plan-place.ts";

/** The shares of a score add up to 100%, and rows by score and the score need each other. */
export const scoreWhole = eachPlan(({ plan, path }): readonly Complaint[] => {
  const byScore = plan.awards.findIndex(({ gives }) => gives.by === "score");
  if (plan.score === undefined) {
    if (byScore < 0) return [];
    const message = "rows by score need a score, and the plan has none.";
    const at = [...path, "awards", String(byScore), "gives", "by"];
    return [atValue(at, { code: "score-missing", message, way_out: "Add 'score' to the plan.", names: "score" })];
  }
  const total = sum(Object.values(plan.score.of));
  const ofShares: readonly Complaint[] =
    compare(total, one) === 0
      ? []
      : [
          atValue([...path, "score", "of"], {
            code: "weights-sum",
            message: `the shares of the score add up to ${writeQuantity({ unit: "share", value: total })}, not to 100%.`,
            way_out: "Raise or lower some of them.",
          }),
        ];
  if (byScore >= 0) return ofShares;
  const message = "no award has rows by score.";
  const way_out = "Add an award with 'by: score', or remove the score.";
  return [...ofShares, atKey([...path, "score"], { code: "field-without-use", message, way_out, weight: "warning" })];
});
