import { compare, type Fraction, zero } from "../../number/fraction.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 14: a credit that is too small falls away or is raised; no credit at all stays none. */
export function setMinimum(working: Working): Staged {
  const before = working.statement.exact;
  const exact = working.plan.limits.reduce<Fraction>((credit, limit) => {
    if (limit.kind !== "at least" || compare(credit, zero) <= 0 || compare(credit, limit.minimum) >= 0) return credit;
    return limit.below === "raised" ? limit.minimum : zero;
  }, before);
  const line = { stage: 14, rule: "minimum", inputs: { sum: written(before) }, result: { credit: written(exact) } };
  return { value: withStatement(working, { exact }), line };
}
