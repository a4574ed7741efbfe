import type { LimitDocument } from "../../agreement/document/credit-limit.ts";
import { zero } from "../../number/fraction.ts";
import type { Limit } from "../plan/limit.ts";
import { capOf } from "./cap-of.ts";
import { inCurrency, type WrittenPlan } from "./written-plan.ts";

const scopes = {
  miss: "failure",
  level: "level",
  service: "service",
  category: "category",
  month: "period",
  quarter: "quarter",
  year: "year",
  "contract year": "contract year",
} as const;

/** The limits of a plan in the order in which they are written. */
export const limitsOf = (plan: WrittenPlan): readonly Limit[] =>
  (plan.document.limits ?? []).flatMap((limit) => [...atMost(plan, limit), ...atLeast(plan, limit)]);

function atMost(plan: WrittenPlan, { per, category, at_most, excess }: LimitDocument): readonly Limit[] {
  if (at_most === undefined) return [];
  const cap = capOf(plan, at_most);
  return [{ kind: "at most", scope: scopes[per], category: category ?? null, cap, excess: excess ?? "lapses" }];
}

function atLeast(plan: WrittenPlan, { at_least, below = "lapses" }: LimitDocument): readonly Limit[] {
  return at_least === undefined ? [] : [{ kind: "at least", minimum: inCurrency(plan, at_least) ?? zero, below }];
}
