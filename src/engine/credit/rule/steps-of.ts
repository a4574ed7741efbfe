import { compare, type Fraction, fraction, over, zero } from "../../number/fraction.ts";
import type { Partial } from "../plan/amount.ts";

/** How many steps lie in a distance: only whole ones, begun ones too, or with their fraction; none below zero. */
export function stepsOf(distance: Fraction, step: Fraction, partial: Partial): Fraction {
  if (compare(distance, zero) <= 0 || step.n === 0n) return zero;
  const steps = over(distance, step);
  if (partial === "linear") return steps;
  const whole = steps.n / steps.d;
  return fraction(partial === "whole steps" || whole * steps.d === steps.n ? whole : whole + 1n);
}
