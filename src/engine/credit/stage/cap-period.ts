import { zero } from "../../number/fraction.ts";
import { applyLimits } from "../rule/apply-limits.ts";
import type { Staged, Working } from "./working.ts";

/** Stage 13: the caps of the period, in the plan's order; the sum first, the cap last. */
export const capPeriod = (working: Working): Staged => applyLimits(working, { stage: 13, used: { period: zero } });
