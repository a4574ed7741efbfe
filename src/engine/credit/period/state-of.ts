import type { Result } from "../../period/result.ts";
import type { LevelRules, State } from "../plan/level.ts";
import type { WrittenPlan } from "../written/written-plan.ts";

/** What a verdict is for credits: missed is below the minimum where the level has two marks; unknown as the plan says. */
export function stateOfVerdict({ document }: WrittenPlan, result: Result, rules: LevelRules): State {
  const { verdict } = result;
  const unless = (said: "held" | "missed" | undefined): State => (said === "missed" ? "deemed failed" : "held");
  switch (verdict) {
    case "met":
      return "met";
    case "at minimum":
      return "below expected";
    case "missed":
      if (isDeemed(result)) return "deemed failed";
      return rules.expected !== null && rules.minimum !== null ? "below minimum" : "missed";
    case "not rated":
      return "not applicable";
    case "undetermined":
      return unless(document.undetermined);
    case "held":
      return unless(document.held);
  }
}

/** Missed without a figure: the agreement itself says that what is not measured is missed. */
const isDeemed = ({ measurement, stages }: Result): boolean => measurement.figure === null && stages.length === 0;
