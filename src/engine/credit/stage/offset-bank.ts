import { type Fraction, least, minus, most, plus, sum, zero } from "../../number/fraction.ts";
import { bonusOf } from "../rule/bonus-of.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 16: what the supplier has in the bank, then a bonus of the period, is set against the credit. */
export function offsetBank(working: Working): Staged {
  const before = working.statement.exact;
  const bank = least(drawable(working), working.facts.bank);
  const bonus = bonusOf(working);
  const byBonus = least(minus(before, bank), bonus);
  const offset = plus(bank, byBonus);
  const bonusPaid: Fraction = working.plan.bonus?.used === "paid" ? minus(bonus, byBonus) : zero;
  return {
    value: withStatement(working, { exact: minus(before, offset), offset, fromBank: bank, bonus, bonusPaid }),
    line: {
      stage: 16,
      rule: "offset",
      inputs: { sum: written(before), bank: written(working.facts.bank), bonus: written(bonus) },
      result: { offset: written(offset), credit: written(minus(before, offset)) },
    },
  };
}

/** What the bank may be set against: credits of levels that the rule of the bank does not hold for are paid in full. */
function drawable({ plan, items, statement: { exact } }: Working): Fraction {
  const paid = items.filter(({ line }) => line.paid && line.unit === "money");
  const lasting = paid.filter(({ line }) => plan.earnBack?.notFor.includes(line.level));
  return most(minus(exact, sum(lasting.map(({ line }) => line.given))), zero);
}
