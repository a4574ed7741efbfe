import type { CreditFact } from "../../../agreement/document/credit-words.ts";
import { capital } from "../../words/list.ts";
import { factWords, selfEvident } from "./fact-text.ts";
import { type PlanPart, part } from "./plan-text.ts";
import type { ToldPlan } from "./told-plan.ts";

/** How each fact that the awards read is found; nothing for a plan that reads figures alone. */
export function factParts(told: ToldPlan): readonly PlanPart[] {
  const facts = factsRead(told).filter((fact) => !selfEvident.includes(fact));
  if (facts.length === 0) return [];
  return [
    part("Facts", [
      ...facts.map((fact) => `${capital(factWords[fact].name)}: ${factWords[fact].found}.`),
      "What a person enters for a service level and a month takes the place of what was measured.",
      "Where a fact is not known, an award that needs it gives nothing, and a factor that needs it is 1.",
    ]),
  ];
}

function factsRead({ plan }: ToldPlan): readonly CreditFact[] {
  const facts = plan.awards.flatMap(({ gives, times = [] }) => [
    gives.by,
    gives.per_unit?.count,
    gives.for_each === "record out of time" ? ("records out of time" as const) : undefined,
    ...times.flatMap(({ by, over }) => [by, over]),
  ]);
  return [...new Set(facts)].filter((fact) => fact !== undefined);
}
