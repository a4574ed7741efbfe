import type { EarnBackDocument } from "../../../agreement/document/credit-after.ts";
import { monthName } from "../../words/dates.ts";
import { shareText } from "../../words/figure.ts";
import { all, counted } from "../../words/list.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { levelNames, type ToldPlan } from "./told-plan.ts";

/** What of a credit can be won back, and by what; nothing for a plan without it. */
export function earnBackParts(told: ToldPlan): readonly PlanPart[] {
  const { earn_back: rule } = told.plan;
  if (!rule) return [];
  const { not_for, not_in } = rule;
  return [
    part("Earn-back", [
      ...(rule.to === "bank" ? bankText(rule) : refundText(rule)),
      ...(not_for ? [`Credits for ${all(levelNames(told, not_for))} are not won back.`] : []),
      ...(not_in ? [`Credits of the months ${all(not_in.map(monthName))} are not won back.`] : []),
      ...(not_for && rule.to === "bank" ? ["The bank is not set against them either."] : []),
    ]),
  ];
}

function refundText(rule: EarnBackDocument): readonly string[] {
  return [
    `${shareText(rule.share)} of a credit is won back ${conditionOf(rule)}.`,
    "It is rounded half up and taken off what is settled for the month that completes this; each credit is won back once.",
    "What was waived or is disputed for a service level is not won back.",
  ];
}

/** What follows the credit; an average is looked at when the contract year ends. */
function conditionOf({ when, in_a_row, at_least_months }: EarnBackDocument): string {
  const count = in_a_row ?? at_least_months ?? 1;
  const results = count === 1 ? "the next rated result" : `each of the next ${count} rated results`;
  const months = count === 1 ? "in the next month" : `in each of the next ${count} months`;
  switch (when) {
    case "met":
      return `when ${results} of the same service level is met; one that is held or undetermined is not`;
    case "exceeded":
      return `when ${results} of the same service level is better than ${mark}; a figure exactly on the mark is not enough`;
    case "no credits":
      return `when no credit at all is due by this plan ${months}`;
    case "average at expected":
      return `when the average of the figures of the service level in the contract year of the credit over at least ${counted(count, "figure")} is at or better than ${mark}; this is decided with the last month of that year`;
  }
}

const mark = "its expected mark, or its minimum where it has no other";

function bankText({ share, in_a_row, at_least_months }: EarnBackDocument): readonly string[] {
  const months = counted(in_a_row ?? at_least_months ?? 1, "month");
  return [
    `After ${months} in a row without any credit by this plan, ${shareText(share)} of the credits given since the bank was last filled goes to the bank.`,
    "The bank is set against later credits and is never paid in cash.",
  ];
}
