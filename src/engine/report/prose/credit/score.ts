import { shareText } from "../../words/figure.ts";
import { all } from "../../words/list.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { levelTitle, type ToldPlan } from "./told-plan.ts";

/** How the score of a month is made; nothing for a plan without one. */
export function scoreParts(told: ToldPlan): readonly PlanPart[] {
  const { score } = told.plan;
  if (!score) return [];
  const levels = Object.entries(score.of).map(([id, share]) => `“${levelTitle(told, id)}” (${shareText(share)})`);
  return [
    part("Score", [
      `The score of a month is the sum of the figures of ${all(levels)}, each times its share; a figure in per cent counts as the number it shows, 95 for 95 %.`,
      score.left_out === "counts in full"
        ? "A service level without a figure counts as 100."
        : "A service level without a figure leaves its share to the others.",
      "Where none has a figure there is no score, and nothing is given for it.",
    ]),
  ];
}
