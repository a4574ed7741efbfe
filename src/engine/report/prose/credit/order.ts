import { type PlanPart, part } from "./plan-text.ts";
import type { ToldPlan } from "./told-plan.ts";

/** The order of calculation, since another order pays another sum; only steps that the plan has. */
export function orderPart(told: ToldPlan): PlanPart {
  const steps = stepsOf(told).flatMap(({ has, says }) => (has ? [says] : []));
  return part(
    "Order of calculation",
    steps.map((says, index) => `${index + 1}. ${says}`),
  );
}

interface Step {
  readonly has: boolean;
  readonly says: string;
}

function stepsOf({ plan }: ToldPlan): readonly Step[] {
  const limits = new Set((plan.limits ?? []).flatMap(({ per, at_most }) => (at_most ? [per] : [])));
  const hasAny = (...scopes: readonly string[]): boolean => [...limits].some((per) => scopes.includes(per));
  const factors = factorsOf(plan);
  const isCapped = plan.awards.some(({ at_most }) => at_most !== undefined) || limits.has("miss");
  const carries = (plan.limits ?? []).some(({ excess }) => excess === "carried");
  return [
    { has: plan.weights !== undefined, says: "The weights of the month are taken." },
    { has: Object.keys(plan.bases).length > 0, says: "The amounts of the month are taken." },
    { has: true, says: "The failures are found." },
    { has: plan.claimed_within !== undefined, says: "Without a claim in time they give nothing." },
    { has: true, says: "The award of each failure is found, and what it gives." },
    { has: factors.length > 0, says: `It is multiplied ${factors.join(", then ")}.` },
    { has: isCapped, says: "It is cut to the limit of its award and of one failure." },
    { has: isChoosing(plan), says: "Of the failures of one event, those that are credited are chosen." },
    { has: hasAny("level", "service"), says: "The limits of service levels and services are applied." },
    { has: true, says: `The credits are added up${carries ? ", with what was carried from the month before" : ""}.` },
    { has: limits.has("category"), says: "In this sum each category gives no more than its limit." },
    { has: plan.points !== undefined, says: "The points become money and are added." },
    { has: plan.override !== undefined, says: "What is given instead takes the place of all this." },
    { has: limits.has("month"), says: "The limits of the month are applied." },
    { has: (plan.limits ?? []).some(({ at_least }) => at_least), says: "The least amount is applied." },
    { has: hasAny("quarter", "year", "contract year"), says: "The limits of quarters and years are applied." },
    { has: plan.earn_back?.to === "bank", says: "The bank is set against the credit." },
    { has: plan.bonus !== undefined, says: "The bonus is set against the credit." },
    { has: true, says: "The credit is rounded." },
    {
      has: plan.earn_back !== undefined && plan.earn_back.to !== "bank",
      says: "What is won back of earlier months is taken off.",
    },
    { has: true, says: "It is settled." },
  ];
}

/** What failures are multiplied by, in the order in which it is done. */
function factorsOf({ awards, repeat }: ToldPlan["plan"]): readonly string[] {
  return [
    ...(awards.some(({ gives }) => gives.of === "weight") ? ["by the weight"] : []),
    ...(awards.some(({ gives }) => gives.for_each === "record out of time") ? ["by the records out of time"] : []),
    ...(awards.some(({ times }) => times !== undefined) ? ["by the factors of its award"] : []),
    ...(repeat === undefined ? [] : ["for failures in a row"]),
  ];
}

const isChoosing = ({ one_event: rule = "all", exclusive_groups: groups }: ToldPlan["plan"]): boolean =>
  groups !== undefined || rule !== "all";
