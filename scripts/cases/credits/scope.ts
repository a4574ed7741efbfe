import { missOf } from "../../../src/engine/credit/facts.ts";
import { one } from "../../../src/engine/number/fraction.ts";
import { ask, shareOf, sum, told } from "./ask.ts";
import { type Answer, has, type Input, inPercent, maybe, share } from "./read.ts";

/** S13: the credit for the part of users or components that were hit. */
export function scopeShare(input: Input): Answer {
  const part = maybe(input, "affected", "affected_users", "users_hit");
  const whole = maybe(input, "components", "total_users", "users_total");
  const pct = has(input, "pct") || has(input, "credit_pct") ? shareOf(share(input, "pct", "credit_pct")) : shareOf(one);
  const results = [missOf("level", { facts: part && whole ? { part, whole } : {} })];
  const statement = ask(input, { amount: pct, times: [{ kind: "share", part: "part", whole: "whole" }], results });
  const base = ask(input, { amount: shareOf(one), times: [{ kind: "share", part: "part", whole: "whole" }], results });
  return {
    ...told(statement),
    base: base.exact,
    share_pct:
      part && whole
        ? inPercent(
            ask({}, { amount: sum(one), times: [{ kind: "share", part: "part", whole: "whole" }], results }).exact,
          )
        : null,
  };
}
