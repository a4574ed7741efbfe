import { applyLimits } from "../rule/apply-limits.ts";
import type { Staged, Working } from "./working.ts";

/** Stage 15: what the caps of quarter, year and contract year still leave after the credits before this period. */
export function capYear(working: Working): Staged {
  const { quarter, year, "contract year": contractYear } = working.facts.credited;
  return applyLimits(working, { stage: 15, used: { quarter, year, "contract year": contractYear } });
}
