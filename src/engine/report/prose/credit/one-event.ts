import { all } from "../../words/list.ts";
import { daysText } from "./number-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { levelNames, type ToldPlan } from "./told-plan.ts";

/** What is credited where one event makes several levels fail. */
export function eventPart(told: ToldPlan): PlanPart {
  const said = ruleText(told);
  const isAll = told.plan.exclusive_groups === undefined && (told.plan.one_event ?? "all") === "all";
  return part("One event", [
    ...said,
    ...(isAll
      ? []
      : [
          "A person states which failures one event caused.",
          "The others give nothing and stay failures: for rows, counts and triggers.",
        ]),
  ]);
}

function ruleText(told: ToldPlan): readonly string[] {
  const { one_event: rule = "all", exclusive_groups: groups } = told.plan;
  const { chosen_within: within } = told.plan;
  const by = within ? ` within ${daysText(within)} after the end of the month` : "";
  const where = "Where one event makes several service levels fail,";
  if (groups) {
    const named = groups.map((group) => all(levelNames(told, group))).join("; ");
    return [
      `${where} the credits of one group are added up, and only the group that gives most is credited; of equal ones, the first. The groups are: ${named}.`,
      "A service level that is in no group is a group of its own.",
    ];
  }
  switch (rule) {
    case "all":
      return [`${where} each of them is credited.`];
    case "highest":
      return [`${where} only the one that gives most is credited; of equal ones, the first in the agreement.`];
    case "first":
      return [`${where} only the first of them in the agreement is credited.`];
    case "client chooses":
      return [`${where} the client chooses the one that is credited${by}; until then it is the one that gives most.`];
  }
}
