import { creditsOf } from "../credits-of.ts";
import { type CreditFacts, emptyFacts, type LevelFacts } from "../facts.ts";
import { failing } from "../plan/level.ts";
import type { CreditPlan } from "../plan/plan.ts";
import type { CreditStatement } from "../statement.ts";

export interface PeriodRun {
  readonly statement: CreditStatement;
  /** Whether the level had failed right before. */
  readonly repeat: boolean;
}

/**
 * One level over periods that follow each other: each period knows how many failures stand in a row before it. A met
 * period breaks the row, one without events does not.
 */
export function runPeriods(
  plan: CreditPlan,
  results: readonly LevelFacts[],
  factsOf: (index: number) => Partial<CreditFacts>,
): PeriodRun[] {
  let before = 0;
  return results.map((result, index) => {
    const facts = emptyFacts({ ...factsOf(index), results: [{ ...result, failuresBefore: before }] });
    const statement = creditsOf(plan, facts);
    const state = statement.lines[0]?.state;
    const failed = state !== undefined && failing.includes(state);
    const repeat = failed && before > 0;
    before = failed ? before + 1 : state === "not applicable" ? before : 0;
    return { statement, repeat };
  });
}
