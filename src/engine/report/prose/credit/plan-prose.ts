import type { ContractDocument } from "../../../agreement/document/document.ts";
import { entry } from "../../../agreement/document/written.ts";
import { documentAt } from "../../../agreement/resolve/amended.ts";
import type { Day } from "../../../time/civil.ts";
import { amountParts } from "./amounts.ts";
import { bonusParts, improvementParts } from "./bonus.ts";
import { earnBackParts } from "./earn-back.ts";
import { factParts } from "./facts.ts";
import { awardPart, categoryParts } from "./failures.ts";
import { limitParts } from "./limits.ts";
import { eventPart } from "./one-event.ts";
import { orderPart } from "./order.ts";
import type { PlanProse } from "./plan-text.ts";
import { pointParts } from "./points.ts";
import { purposePart } from "./purpose.ts";
import { repeatParts } from "./repeats.ts";
import { scoreParts } from "./score.ts";
import { claimPart, overrideParts, roundingPart, settlementPart } from "./settlement.ts";
import type { ToldPlan } from "./told-plan.ts";
import { undecidedPart } from "./undecided.ts";
import { weightParts } from "./weights.ts";

/**
 * The text of a credit plan as in force on a day, written from its definition alone: what a contract says, with every
 * term in force, in the order in which a reader asks. Null where the contract has no plan of this id on that day.
 */
export function planProse(document: ContractDocument, planId: string, day: Day): PlanProse | null {
  const contract = documentAt(document, day);
  const plan = entry(contract.credit_plans, planId);
  if (plan === undefined) return null;
  const told: ToldPlan = { contract, plan, day, currency: plan.currency ?? contract.contract.currency };
  return { title: plan.title, parts: partsOf(told) };
}

const partsOf = (told: ToldPlan): PlanProse["parts"] => [
  purposePart(told),
  ...amountParts(told),
  ...categoryParts(told),
  ...weightParts(told),
  ...scoreParts(told),
  awardPart(told),
  ...pointParts(told),
  ...factParts(told),
  ...repeatParts(told),
  undecidedPart(told),
  eventPart(told),
  ...overrideParts(told),
  ...limitParts(told),
  claimPart(told),
  ...earnBackParts(told),
  ...bonusParts(told),
  ...improvementParts(told),
  roundingPart(told),
  settlementPart(told),
  orderPart(told),
];
