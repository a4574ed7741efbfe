import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import { documentAt } from "../../agreement/resolve/amended.ts";
import { levelTerms } from "../../agreement/resolve/level-terms.ts";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Day } from "../../time/civil.ts";
import type { Award } from "../plan/award.ts";
import type { CreditPlan } from "../plan/plan.ts";
import { emptyPlan } from "../plan/plan.ts";
import { bonusOfPlan, earnBackOfPlan, improvementsOfPlan } from "./after-of.ts";
import { awardOf } from "./award-of.ts";
import { basesOf } from "./bases-of.ts";
import { capOf } from "./cap-of.ts";
import { eventsOf } from "./events-of.ts";
import { levelRulesOf } from "./level-rules-of.ts";
import { limitsOf } from "./limits-of.ts";
import { pointsOf } from "./points-of.ts";
import { weightRulesOf, weightsOf } from "./weights-of.ts";
import type { WrittenPlan } from "./written-plan.ts";

/** A plan as in force on a day: as written, as the engine reads it, and the terms of the levels it is about. */
export interface PlanInForce {
  readonly written: WrittenPlan;
  readonly plan: CreditPlan;
  readonly levels: readonly LevelTerms[];
}

/** The credit plan of an id as in force on the first day of a period; null before it begins and after it ends. */
export function planOf(document: ContractDocument, id: string, day: Day): PlanInForce | null {
  const contract = documentAt(document, day);
  const plan = entry(contract.credit_plans, id);
  if (plan === undefined || day < plan.from || day > (plan.until ?? contract.contract.until)) return null;
  const written = { id, document: plan, day, currency: plan.currency ?? contract.contract.currency };
  const levels = levelTerms(document, plan.for, day);
  return { written, levels, plan: resolved(written, levels) };
}

/** The plan with levels that came in the course of the period: they are read as all others are. */
export function withLevels(inForce: PlanInForce, levels: readonly LevelTerms[]): PlanInForce {
  const isNew = ({ agreement, id }: LevelTerms, at: number, all: readonly LevelTerms[]): boolean =>
    all.findIndex((other) => other.agreement === agreement && other.id === id) === at;
  const all = [...inForce.levels, ...levels].filter(isNew);
  return all.length === inForce.levels.length
    ? inForce
    : { written: inForce.written, levels: all, plan: resolved(inForce.written, all) };
}

function resolved(written: WrittenPlan, terms: readonly LevelTerms[]): CreditPlan {
  const { document, id, currency } = written;
  const levels = levelRulesOf(written, terms);
  return emptyPlan(currency, {
    id,
    bases: basesOf(written),
    weights: weightsOf(written),
    weightRules: weightRulesOf(written),
    levels,
    awards: namedFirst(document.awards.map((award) => awardOf(written, award, levels))),
    points: pointsOf(written),
    events: eventsOf(written),
    limits: limitsOf(written),
    override: document.override
      ? { flag: document.override.if, gives: instead(written, document.override.gives) }
      : null,
    claim: document.claimed_within ? "needed" : "not needed",
    settlement: {
      excessOverInvoice: document.settled?.excess ?? "carried",
      atTheEnd: document.settled?.at_the_end === "lapses" ? "lapses" : "cash payment",
    },
    earnBack: earnBackOfPlan(written),
    bonus: bonusOfPlan(written),
    improvements: improvementsOfPlan(written),
  });
}

/** An award for named levels comes before a general one; else the order stays. */
const namedFirst = (awards: readonly Award[]): readonly Award[] => [
  ...awards.filter(({ levels }) => levels !== null),
  ...awards.filter(({ levels }) => levels === null),
];

const instead = (written: WrittenPlan, gives: NonNullable<WrittenPlan["document"]["override"]>["gives"]) =>
  gives.share !== undefined && gives.of !== undefined
    ? capOf(written, { share: gives.share, of: gives.of })
    : capOf(written, gives.amount ?? { amount: { n: 0n, d: 1n }, currency: written.currency });
