import type { BonusDocument, ImproveDocument } from "../../../agreement/document/credit-after.ts";
import { quantityText, shareText } from "../../words/figure.ts";
import { all, any } from "../../words/list.ts";
import { distanceText } from "./fact-text.ts";
import { giftText } from "./gift-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { capText, levelNames, partiesOf, type ToldPlan } from "./told-plan.ts";

/** What is given for more than was promised; nothing for a plan without it. */
export function bonusParts(told: ToldPlan): readonly PlanPart[] {
  const { bonus } = told.plan;
  if (!bonus) return [];
  return [
    part("Bonus", [
      bonusText(told, bonus),
      ...(bonus.at_most ? [`The bonus of a month is at most ${capText(told, bonus.at_most)}.`] : []),
      bonus.used === "paid"
        ? `It is set against the credit of the month, and what is left of it is paid to ${partiesOf(told).from}.`
        : "It is only set against the credit of the same month; what is left of it lapses.",
    ]),
  ];
}

function bonusText(told: ToldPlan, bonus: BonusDocument): string {
  const { levels, above, step } = bonus;
  const mark = quantityText(above, { places: 2 });
  const who = levels ? any(levelNames(told, levels)) : "any service level for which a miss gives a credit";
  const given = giftText(told, bonus, bonus);
  return step
    ? `In a month in which ${who} is met, ${given} is earned for each full ${distanceText(step)} by which its figure is better than ${mark}.`
    : `In a month in which ${who} is met, ${given} is earned where its figure is better than ${mark}.`;
}

/** The marks that rise by the plan's own rule; nothing for a plan without one. */
export function improvementParts(told: ToldPlan): readonly PlanPart[] {
  const { improve = [] } = told.plan;
  if (improve.length === 0) return [];
  return [
    part("Marks that rise", [
      ...improve.map((rule) => improveText(told, rule)),
      "A mark never falls by this, and only marks of the kind “at least” rise.",
      "Nothing changes by itself: the new mark is proposed for an amendment.",
    ]),
  ];
}

function improveText(told: ToldPlan, { levels, mark = "expected", after, to, share }: ImproveDocument): string {
  const who = levels ? all(levelNames(told, levels)) : "every service level for which a miss gives a credit";
  const which = mark === "expected" ? "expected mark" : "minimum";
  const when =
    after === "12 months above"
      ? `when the figures of 12 months in a row are all above it`
      : "at the end of each contract year";
  const far =
    to === "midpoint with the average"
      ? "to the middle between itself and the average of the last 12 months"
      : `to the average of the last 12 months, but by no more than ${share ? shareText(share) : "100 %"} of its distance to 100 %`;
  return `The ${which} of ${who} rises ${when}: ${far}.`;
}
