import { compare, type Fraction, least, minus, one, sum, times, zero } from "../../number/fraction.ts";
import type { Item, Working } from "../stage/working.ts";
import { capAmount } from "./cap-amount.ts";
import { stepsOf } from "./steps-of.ts";

/** What figures above the upper mark give in money, all levels together, within the bonus's own cap. */
export function bonusOf({ plan, items, statement }: Working): Fraction {
  const { bonus } = plan;
  if (bonus === null) return zero;
  const base = bonus.of === null ? one : (statement.bases[bonus.of] ?? zero);
  const given = sum(items.map((item) => times(times(stepsAbove(bonus, item, plan.levels), bonus.give), base)));
  const cap = bonus.atMost ? capAmount(bonus.atMost, statement.bases) : null;
  return cap === null ? given : least(given, cap);
}

type Bonus = NonNullable<Working["plan"]["bonus"]>;

function stepsAbove(bonus: Bonus, { line }: Item, levels: Working["plan"]["levels"]): Fraction {
  if (line.value === null || line.state !== "met") return zero;
  if (bonus.levels !== null && !bonus.levels.includes(line.level)) return zero;
  const isLower = levels[line.level]?.better === "lower";
  const above = isLower ? minus(bonus.above, line.value) : minus(line.value, bonus.above);
  if (compare(above, zero) <= 0) return zero;
  return bonus.step === null ? one : stepsOf(above, bonus.step, "whole steps");
}
