import type { ContractDocument } from "../../agreement/document/document.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Period, Result } from "../../period/result.ts";
import type { CreditEntry } from "../entry.ts";
import { type CreditFacts, emptyFacts, type LevelFacts } from "../facts.ts";
import { failing } from "../plan/level.ts";
import { scoreOf } from "../rule/score-of.ts";
import type { PastState } from "../run/past.ts";
import { scoreLevel } from "../written/award-of.ts";
import type { PlanInForce } from "../written/plan-of.ts";
import { levelName } from "../written/written-plan.ts";
import { baseAmounts } from "./base-amounts.ts";
import type { Days } from "./charges-of.ts";
import { claimEnds } from "./claim-ends.ts";
import { eachOutage } from "./each-outage.ts";
import { shownFigure } from "./failure-facts.ts";
import { failingThings, levelFacts } from "./level-facts.ts";

/** One month of a plan: its results, what people stated, and what came before. */
export interface MonthInput {
  readonly inForce: PlanInForce;
  readonly contract: ContractDocument;
  readonly period: Period;
  /** The month, counted as `months.ts` counts, and its days. */
  readonly month: number;
  readonly days: Days;
  /** Days the agreement is in force. */
  readonly agreed: Days;
  readonly results: readonly Result[];
  readonly entries: readonly CreditEntry[];
  readonly past: readonly PastState[];
  readonly before: Pick<CreditFacts, "credited" | "carriedIn" | "bank">;
}

/** Everything the pipeline reads of one month. */
export function factsOf(input: MonthInput): CreditFacts {
  const { plan } = input.inForce;
  const own = input.entries.filter(({ month }) => month === input.period.id);
  const told = input.results.map((result) => ({ result, facts: levelFacts(input, result, own) }));
  const results = told.map(({ facts }) => facts);
  const failed = results.filter(({ state }) => state !== null && failing.includes(state as never));
  const things = [...new Set(failed.flatMap((each) => failingThings(input, each)))];
  const base = { written: input.inForce.written, contract: input.contract, month: input.month, inForce: input.agreed };
  return emptyFacts({
    start: input.days.from,
    days: input.days.until - input.days.from,
    bases: baseAmounts({ ...base, entries: input.entries }, things),
    results: [...told.flatMap(({ facts, result }) => eachOutage(plan, facts, result)), ...scored(input)].map(
      (each) => ({
        ...each,
        facts: { violations: fraction(violationsBeside(input, failed, each.level)), ...each.facts },
      }),
    ),
    flags: own.flatMap(({ said, level }) => (said.kind === "flag" && level === null ? [said.flag] : [])),
    claimed: isClaimed(input, own),
    choices: choicesOf(input, own),
    ...input.before,
  });
}

/** Failures of the month in the category of a level, itself included; of all levels where it is in none. */
function violationsBeside({ inForce }: MonthInput, failed: readonly LevelFacts[], level: string): number {
  const categoryOf = (name: string): string | null => inForce.plan.levels[name]?.category ?? null;
  const own = categoryOf(level);
  return failed.filter((each) => own === null || categoryOf(each.level) === own).length;
}

/** A claim that came in time: within the agreed time after the month. */
function isClaimed({ inForce, days }: MonthInput, own: readonly CreditEntry[]): boolean {
  const within = inForce.written.document.claimed_within;
  if (within === undefined) return true;
  const last = claimEnds(within, days.until);
  return own.some(({ said, on }) => said.kind === "claim" && on <= last);
}

/** What the client chose, where it chose in time. */
function choicesOf({ inForce, days }: MonthInput, own: readonly CreditEntry[]): Readonly<Record<string, string>> {
  const within = inForce.written.document.chosen_within;
  const inTime = own.filter(({ on }) => within === undefined || on <= claimEnds(within, days.until));
  return Object.fromEntries(
    inTime.flatMap(({ said }) => (said.kind === "event" && said.chosen !== null ? [[said.event, said.chosen]] : [])),
  );
}

/** The score of the plan, as a result of its own that every row of scores is looked up by. */
function scored({ inForce: { written, plan }, results }: MonthInput): readonly LevelFacts[] {
  const { score } = written.document;
  if (!score || !plan.awards.some(({ levels }) => levels?.includes(scoreLevel))) return [];
  const weights = new Map(
    Object.entries(score.of).map(([level, share]) => [levelName(written.document, level), share]),
  );
  const scores = Object.fromEntries(results.map((result) => [nameOf(result), shownFigure(result)] as const));
  const missing = score.left_out === "counts in full" ? "full score" : "rescaled";
  const found: Fraction | null = scoreOf({ indicators: [...weights.keys()], missing }, weights, scores);
  if (found === null) return [];
  const nothing = { group: null, bases: {}, words: {}, flags: [], event: null, failuresBefore: 0, inWindow: 1 };
  return [{ ...nothing, level: scoreLevel, state: "missed", facts: { score: found, value: found } }];
}

const nameOf = ({ level: { agreement, id } }: Result): string => `${agreement}/${id}`;
