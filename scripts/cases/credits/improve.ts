import { addOfGap, midpoint, stepOfGap } from "../../../src/engine/credit/later/improve.ts";
import { type Answer, amount, flag, has, type Input, says, share } from "./read.ts";

/** R01: how a level is raised once it is kept for long. */
export function continuousImprovement(input: Input): Answer {
  if (has(input, "twelve_month_average")) {
    const level = amount(input, "level");
    const raised = midpoint(level, amount(input, "twelve_month_average"));
    return { new_level: says(input, "all_months_above") && !flag(input, "all_months_above") ? level : raised };
  }
  if (has(input, "minimum")) {
    const { gap, mostIncrease, level } = addOfGap(
      amount(input, "minimum"),
      share(input, "add_pct_of_gap", "max_step_pct_of_gap"),
    );
    return { gap, max_increase: mostIncrease, new_minimum: level };
  }
  const step = stepOfGap(
    amount(input, "expected", "level"),
    amount(input, "average_of_best_months"),
    share(input, "max_step_pct_of_gap"),
  );
  return { gap: step.gap, max_increase: step.mostIncrease, new_expected: step.level, new_level: step.level };
}
