import type { LimitDocument } from "../../../agreement/document/credit-limit.ts";
import { moneyText } from "../../words/money.ts";
import { type PlanPart, part } from "./plan-text.ts";
import { capText, defined, type ToldPlan } from "./told-plan.ts";

/** The limits in the order in which they are applied; nothing for a plan without any. */
export function limitParts(told: ToldPlan): readonly PlanPart[] {
  const limits = (told.plan.limits ?? []).toSorted((a, b) => placeOf(a) - placeOf(b));
  if (limits.length === 0) return [];
  return [
    part("Limits", [
      ...limits.map((limit) => limitText(told, limit)),
      ...(limits.length > 1 ? ["They are applied in this order."] : []),
    ]),
  ];
}

/** The stage at which a limit is applied; limits of one stage keep the order of the plan. */
function placeOf({ per, at_least }: LimitDocument): number {
  if (at_least !== undefined) return 5;
  return { miss: 1, level: 2, service: 2, category: 3, month: 4, quarter: 6, year: 6, "contract year": 6 }[per];
}

function limitText(told: ToldPlan, limit: LimitDocument): string {
  const { at_least, below = "lapses", at_most } = limit;
  if (at_least !== undefined) {
    const least = moneyText(at_least);
    return below === "raised"
      ? `A credit of a month that is less than ${least} is raised to ${least}; where there is none, none is made.`
      : `A credit of a month that is less than ${least} is not given.`;
  }
  if (at_most === undefined) return "";
  return `${scopeText(limit)} at most ${capText(told, at_most)}; ${excessText(limit)}.`;
}

function scopeText({ per, category }: LimitDocument): string {
  const named =
    category === undefined ? "The service levels of each category" : `The service levels of ${defined(category)}`;
  return {
    miss: "One failure gives",
    level: "The failures of one service level in a month give together",
    service:
      "The failures of the service levels of one service in a month, each under the first service it names, give together",
    category: `${named} give together in a month`,
    month: "The credit of a month is",
    quarter: "The credits of a calendar quarter are together",
    year: "The credits of a calendar year are together",
    "contract year": "The credits of a contract year are together",
  }[per];
}

/** What is above a limit on parts of a month is lost; only what is above one of the whole credit can be carried. */
function excessText({ per, excess = "lapses" }: LimitDocument): string {
  const whole = per === "month" || per === "quarter" || per === "year" || per === "contract year";
  return whole && excess === "carried" ? "what is above is added to the next month" : "what is above lapses";
}
