import { compare, type Fraction, minus, most, plus, zero } from "../../number/fraction.ts";
import { written, writtenAll } from "../stage/trace.ts";
import { type Staged, type Working, withStatement } from "../stage/working.ts";
import { capAmount } from "./cap-amount.ts";

type Scope = "period" | "quarter" | "year" | "contract year";

interface Reach {
  readonly stage: number;
  /** What has been used of the caps of a scope before. */
  readonly used: Readonly<Partial<Record<Scope, Fraction>>>;
}

/** The caps of some scopes in the plan's order; what is above lapses or is carried, as each says. */
export function applyLimits(working: Working, { stage, used }: Reach): Staged {
  const room: Record<string, Fraction> = {};
  const value = working.plan.limits.reduce((now, limit) => {
    if (limit.kind !== "at most" || !(limit.scope in used)) return now;
    const cap = capAmount(limit.cap, now.statement.bases);
    if (cap === null) return now;
    const left = most(minus(cap, used[limit.scope as Scope] ?? zero), zero);
    room[`room of the ${limit.scope}`] = left;
    const { exact, lapsed, carried } = now.statement;
    if (compare(exact, left) <= 0) return now;
    const above = minus(exact, left);
    const excess = limit.excess === "carried" ? { carried: plus(carried, above) } : { lapsed: plus(lapsed, above) };
    return withStatement(now, { exact: left, capped: true, ...excess });
  }, working);
  const inputs = { sum: written(working.statement.exact), ...writtenAll(Object.entries(room)) };
  const rule = Object.keys(used).join(", ");
  return { value, line: { stage, rule, inputs, result: { credit: written(value.statement.exact) } } };
}
