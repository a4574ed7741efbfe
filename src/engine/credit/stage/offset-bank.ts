import { type Fraction, least, minus, plus, zero } from "../../number/fraction.ts";
import { bonusOf } from "../rule/bonus-of.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 16: what the supplier has in the bank, then a bonus of the period, is set against the credit. */
export function offsetBank(working: Working): Staged {
  const before = working.statement.exact;
  const bank = least(before, working.facts.bank);
  const bonus = bonusOf(working);
  const byBonus = least(minus(before, bank), bonus);
  const offset = plus(bank, byBonus);
  const bonusPaid: Fraction = working.plan.bonus?.used === "paid" ? minus(bonus, byBonus) : zero;
  return {
    value: withStatement(working, { exact: minus(before, offset), offset, bonus, bonusPaid }),
    line: {
      stage: 16,
      rule: "offset",
      inputs: { sum: written(before), bank: written(working.facts.bank), bonus: written(bonus) },
      result: { offset: written(offset), credit: written(minus(before, offset)) },
    },
  };
}
