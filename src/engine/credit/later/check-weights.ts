import { compare, type Fraction, one, sum } from "../../number/fraction.ts";
import type { WeightRules } from "../plan/weight.ts";

export interface CheckedWeights {
  readonly valid: boolean;
  readonly sum: Fraction;
  readonly refusal: "category_allocation_over_100" | "category_allocation_not_100" | null;
}

/** Whether the weights of one category keep their rule; a wrong set is refused and never scaled. */
export function checkWeights(shares: readonly Fraction[], total: WeightRules["total"]): CheckedWeights {
  const all = sum(shares);
  const size = compare(all, one);
  const refusal =
    total !== "free" && size > 0
      ? "category_allocation_over_100"
      : total === "exactly 100%" && size < 0
        ? "category_allocation_not_100"
        : null;
  return { valid: refusal === null, sum: all, refusal };
}
