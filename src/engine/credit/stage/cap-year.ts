import { applyLimits } from "../rule/apply-limits.ts";
import type { Staged, Working } from "./working.ts";

/** Stage 15: what the year's cap still leaves after the credits before this period. */
export const capYear = (working: Working): Staged =>
  applyLimits(working, { stage: 15, scope: "year", used: working.facts.creditedThisYear });
