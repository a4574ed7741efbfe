import { compare, type Fraction, minus, most, plus, zero } from "../../number/fraction.ts";
import { written } from "../stage/trace.ts";
import { type Staged, type Working, withStatement } from "../stage/working.ts";
import { capAmount } from "./cap-amount.ts";

interface Reach {
  readonly stage: number;
  readonly scope: "period" | "year";
  /** What has been used of the cap before. */
  readonly used: Fraction;
}

/** The caps of one scope, one after the other; what is above lapses or is carried, as each says. */
export function applyLimits(working: Working, { stage, scope, used }: Reach): Staged {
  const caps = working.plan.limits.flatMap((limit) =>
    limit.kind === "at most" && limit.scope === scope ? [limit] : [],
  );
  const value = caps.reduce((now, limit) => {
    const cap = capAmount(limit.cap, now.statement.bases);
    if (cap === null) return now;
    const room = most(minus(cap, used), zero);
    const { exact, lapsed, carried } = now.statement;
    if (compare(exact, room) <= 0) return now;
    const above = minus(exact, room);
    const excess = limit.excess === "carried" ? { carried: plus(carried, above) } : { lapsed: plus(lapsed, above) };
    return withStatement(now, { exact: room, capped: true, ...excess });
  }, working);
  const inputs = { sum: written(working.statement.exact), used: written(used) };
  return { value, line: { stage, rule: scope, inputs, result: { credit: written(value.statement.exact) } } };
}
