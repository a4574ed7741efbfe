import type { CreditPlanDocument } from "../../../engine/agreement/document/credit-plan.ts";
import { exactDecimal } from "../../../engine/number/decimal.ts";
import { compare, type Fraction, fraction, minus, one, sum, times, zero } from "../../../engine/number/fraction.ts";
import { writeDay } from "../../../engine/time/civil.ts";
import { atValue, type Rule } from "./rule.ts";

/** Every set of weights adds up to what the plan says. */
export const weightsSum: Rule = ({ credit_plans }) =>
  Object.entries(credit_plans).flatMap(([id, plan]) =>
    (plan.weights ?? []).flatMap((set, index) => {
      const total = sum(Object.values(set.shares));
      const difference = compare(total, one);
      const rule = plan.weight_rules?.total;
      if (rule === undefined || difference === 0 || (difference < 0 && rule === "at most 100%")) return [];
      const message = `the set from ${writeDay(set.from)} adds up to ${percent(total)}, weight_rules.total says ${rule}.`;
      const path = ["credit_plans", id, "weights", String(index), "shares"];
      return [atValue(path, { code: "weights-sum", message, way_out: wayOut(plan, index, minus(total, one)) })];
    }),
  );

const percent = (share: Fraction): string => `${exactDecimal(times(share, fraction(100)))}%`;

/** Names the level that was raised (or lowered) against the set before, where there is one. */
function wayOut(plan: CreditPlanDocument, index: number, excess: Fraction): string {
  const isOver = compare(excess, zero) > 0;
  const [before, now] = [plan.weights?.[index - 1]?.shares ?? {}, plan.weights?.[index]?.shares ?? {}];
  const moved = Object.keys(now).find((level) => {
    const by = minus(now[level] ?? zero, before[level] ?? zero);
    return Object.hasOwn(before, level) && compare(by, excess) === 0;
  });
  const act = isOver ? "lower another" : "raise another";
  if (moved === undefined)
    return `${isOver ? "Lower" : "Raise"} one of them by ${percent(isOver ? excess : minus(zero, excess))}.`;
  return `${moved} ${isOver ? "rose" : "fell"} by ${percent(isOver ? excess : minus(zero, excess))}: ${act}.`;
}
