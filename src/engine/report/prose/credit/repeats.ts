import type { RepeatDocument } from "../../../agreement/document/credit-award.ts";
import { all } from "../../words/list.ts";
import { ordinal, plain } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import type { ToldPlan } from "./told-plan.ts";

/** The factor of failures that follow each other; nothing for a plan without it. */
export function repeatParts({ plan: { repeat } }: ToldPlan): readonly PlanPart[] {
  if (!repeat) return [];
  const others = repeat.verdict === "missed" ? "at minimum" : "missed";
  return [
    part("Failures in a row", [
      factorsText(repeat),
      repeat.verdict === undefined
        ? "Failures at minimum and missed ones make one row."
        : `Only failures that are ${repeat.verdict} make a row; one that is ${others} ends it.`,
      "A result that is not rated neither counts nor ends the row; any other result that is no such failure ends it.",
    ]),
  ];
}

function factorsText({ factor, factors, in_a_row = 2 }: RepeatDocument): string {
  const what = "what a service level gives";
  if (factors) {
    const last = factors.length - 1;
    const said = factors.map((each, index) => {
      const later = index === last ? " and every later one" : "";
      return `the ${ordinal(index + 1)}${later} is multiplied by ${plain(each)}`;
    });
    return `Of the failures of a service level in a row, ${all(said)}.`;
  }
  const times = factor ? plain(factor) : "1";
  return `From its ${ordinal(in_a_row)} failure in a row on, ${what} is multiplied by ${times}.`;
}
