import type { Fraction } from "../number/fraction.ts";
import type { CreditFacts } from "./facts.ts";
import type { CreditPlan } from "./plan/plan.ts";
import { awardFailures } from "./stage/award-failures.ts";
import { capEach } from "./stage/cap-each.ts";
import { capPeriod } from "./stage/cap-period.ts";
import { capTogether } from "./stage/cap-together.ts";
import { capYear } from "./stage/cap-year.ts";
import { convertPoints } from "./stage/convert-points.ts";
import { countWindow } from "./stage/count-window.ts";
import { freezeBases } from "./stage/freeze-bases.ts";
import { groupEvents } from "./stage/group-events.ts";
import { judgeLevels } from "./stage/judge-levels.ts";
import { multiply } from "./stage/multiply.ts";
import { offsetBank } from "./stage/offset-bank.ts";
import { overrideAwards } from "./stage/override-awards.ts";
import { pinWeights } from "./stage/pin-weights.ts";
import { roundMoney } from "./stage/round-money.ts";
import { setMinimum } from "./stage/set-minimum.ts";
import { sumCategories } from "./stage/sum-categories.ts";
import { begin, type Stage } from "./stage/working.ts";
import type { CreditStatement, TraceLine } from "./statement.ts";

/**
 * The credits of one period under a plan. Money is in the plan's currency, shares are 1 for 100 %, figures are in the
 * unit they are shown in (99.5 for 99.5 %). Everything is exact until the last stage rounds once, half up, to the
 * smallest unit. The order of the stages is fixed, since another order pays another sum; each leaves one line of trace.
 * Odd data (an unknown base, a missing fact, a level without an award) is a finding and costs nothing.
 */
export function creditsOf(plan: CreditPlan, facts: CreditFacts): CreditStatement {
  const trace: TraceLine[] = [];
  const after: Record<number, Fraction> = {};
  const done = stages.reduce(
    (working, stage) => {
      const { value, line } = stage(working);
      trace.push(line);
      after[line.stage] = value.statement.exact;
      return value;
    },
    begin(plan, facts),
  );
  return { ...done.statement, after, trace };
}

/** One event may only be chosen for once its amounts are known, hence after the caps of each line. */
const stages: readonly Stage[] = [
  pinWeights,
  freezeBases,
  judgeLevels,
  countWindow,
  awardFailures,
  multiply,
  capEach,
  groupEvents,
  capTogether,
  sumCategories,
  convertPoints,
  overrideAwards,
  capPeriod,
  setMinimum,
  capYear,
  offsetBank,
  roundMoney,
];
