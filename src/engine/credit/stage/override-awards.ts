import { plus, zero } from "../../number/fraction.ts";
import { capAmount } from "../rule/cap-amount.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 12: a critical failure replaces the credits of the period; it is not added to them. What was carried in stays. */
export function overrideAwards(working: Working): Staged {
  const { plan, facts, statement } = working;
  const holds = plan.override !== null && facts.flags.includes(plan.override.flag);
  const given = plan.override && holds ? capAmount(plan.override.gives, statement.bases) : null;
  const instead = holds ? plus(given ?? zero, facts.carriedIn) : statement.exact;
  return {
    value: withStatement(working, holds ? { exact: instead, computed: instead } : {}),
    line: {
      stage: 12,
      rule: plan.override?.flag ?? "no override",
      inputs: { accrued: written(statement.exact) },
      result: { credit: written(instead) },
    },
  };
}
