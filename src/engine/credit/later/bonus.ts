import { compare, type Fraction, least, minus, plus, sum, times, zero } from "../../number/fraction.ts";
import { stepsOf } from "../rule/steps-of.ts";

export interface BonusRule {
  readonly above: Fraction;
  readonly step: Fraction;
  readonly partial: "whole steps" | "linear";
  readonly give: Fraction;
  /** The most that is given, or null. */
  readonly atMost: Fraction | null;
}

export interface Bonus {
  readonly steps: Fraction;
  readonly give: Fraction;
}

/** What a figure above the upper mark gives, in the unit of `give`. */
export function bonusOf(rule: BonusRule, value: Fraction): Bonus {
  const steps = stepsOf(minus(value, rule.above), rule.step, rule.partial);
  const give = times(steps, rule.give);
  return { steps, give: rule.atMost ? least(give, rule.atMost) : give };
}

export interface Balanced {
  readonly offset: Fraction;
  /** Left of the penalties, to the client. */
  readonly toClient: Fraction;
  /** Left of the bonuses: paid or lost, as the plan says. */
  readonly bonusLeft: Fraction;
  readonly toSupplier: Fraction;
}

/** Bonuses against penalties: they offset, and what is left of them is paid only where the plan pays bonuses. */
export function balance(
  bonuses: readonly Fraction[],
  penalties: readonly Fraction[],
  use: "offset" | "paid",
): Balanced {
  const [bonus, penalty] = [sum(bonuses), sum(penalties)];
  const offset = least(bonus, penalty);
  const left = minus(bonus, offset);
  const toSupplier = use === "paid" && compare(left, zero) > 0 ? left : zero;
  return { offset, toClient: minus(plus(penalty, zero), offset), bonusLeft: left, toSupplier };
}
