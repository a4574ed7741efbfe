import type { Rule } from "../rule.ts";
import { afterWhole } from "./after-whole.ts";
import { awardNeverHolds } from "./award-never-holds.ts";
import { basesReached } from "./bases-reached.ts";
import { basesWhole } from "./bases-whole.ts";
import { belowZero } from "./below-zero.ts";
import { edgeUnit } from "./edge-unit.ts";
import { factsGiven } from "./facts-given.ts";
import { givesWhole } from "./gives-whole.ts";
import { levelOfPlan } from "./level-of-plan.ts";
import { levelTwice } from "./level-twice.ts";
import { limitsWhole } from "./limits-whole.ts";
import { moneyRate } from "./money-rate.ts";
import { pointsWhole } from "./points-whole.ts";
import { rowsMonotonic } from "./rows-monotonic.ts";
import { rowsWhole } from "./rows-whole.ts";
import { scoreWhole } from "./score-whole.ts";
import { shortfallMark } from "./shortfall-mark.ts";
import { unknownCategory } from "./unknown-category.ts";
import { weightedLevelsPaid } from "./weighted-levels.ts";
import { weightsChange } from "./weights-change.ts";

/** Rules that every credit plan must keep, beside those that hold for dates, references and sums everywhere. */
export const rulesOfPlans: readonly Rule[] = [
  ...[belowZero, givesWhole, rowsWhole, rowsMonotonic, edgeUnit, shortfallMark, factsGiven],
  ...[awardNeverHolds, levelOfPlan, weightedLevelsPaid],
  ...[levelTwice, weightsChange, unknownCategory],
  ...[basesWhole, basesReached, moneyRate],
  ...[limitsWhole, pointsWhole, scoreWhole, afterWhole],
];
