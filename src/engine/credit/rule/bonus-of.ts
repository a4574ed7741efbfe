import { compare, type Fraction, least, minus, one, sum, times, zero } from "../../number/fraction.ts";
import type { CreditPlan } from "../plan/plan.ts";
import { awardFor } from "../stage/count-window.ts";
import type { Working } from "../stage/working.ts";
import type { CreditLine } from "../statement.ts";
import { capAmount } from "./cap-amount.ts";
import { stepsOf } from "./steps-of.ts";

/** What figures above the upper mark give in money, all levels together, within the bonus's own cap. */
export function bonusOf({ plan, items, statement }: Working): Fraction {
  const { bonus } = plan;
  if (bonus === null) return zero;
  const base = bonus.of === null ? one : (statement.bases[bonus.of] ?? zero);
  const given = sum(items.map(({ line }) => times(times(bonusSteps(plan, line), bonus.give), base)));
  const cap = bonus.atMost ? capAmount(bonus.atMost, statement.bases) : null;
  return cap === null ? given : least(given, cap);
}

/** How many steps a line lies above the upper mark of the bonus; none for levels without an award where none is named. */
export function bonusSteps({ bonus, levels, awards }: CreditPlan, { value, state, level }: CreditLine): Fraction {
  if (bonus === null || value === null || state !== "met") return zero;
  const isMeant = bonus.levels?.includes(level) ?? awardFor(awards, { level, state: "missed" }) !== null;
  if (!isMeant) return zero;
  const above = levels[level]?.better === "lower" ? minus(bonus.above, value) : minus(value, bonus.above);
  if (compare(above, zero) <= 0) return zero;
  return bonus.step === null ? one : stepsOf(above, bonus.step, "whole steps");
}
