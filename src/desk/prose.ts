import type { ContractDocument } from "../engine/agreement/document/document.ts";
import { levelTerms } from "../engine/agreement/resolve/level-terms.ts";
import { writtenRules } from "../engine/agreement/resolve/rules.ts";
import type { ContractTerms } from "../engine/agreement/terms.ts";
import { planProse } from "../engine/report/prose/credit/plan-prose.ts";
import type { PlanPart } from "../engine/report/prose/credit/plan-text.ts";
import { type TriggerProse, triggerProse } from "../engine/report/prose/trigger-prose.ts";
import { writeProse } from "../engine/report/prose/write-prose.ts";
import type { Prose } from "../engine/report/report.ts";
import { type Day, readDay } from "../engine/time/civil.ts";
import { Refusal } from "../wire/refusal.ts";
import { openContract } from "./open-contract.ts";
import { worldAt } from "./world.ts";

/** The text of one service level. */
export interface LevelProse {
  readonly agreement: string;
  readonly level: string;
  readonly title: string;
  readonly prose: Prose;
}

/** The text of one credit plan, in the parts of a contract's schedule. */
export interface CreditPlanProse {
  readonly agreement: string;
  readonly plan: string;
  readonly title: string;
  readonly parts: readonly PlanPart[];
}

/** The text of what follows from results, beside the money. */
export interface FollowsProse {
  readonly triggers: readonly TriggerProse[];
}

type Text = LevelProse | CreditPlanProse | FollowsProse;

interface Asked {
  /** `2026-10-01`; the first day of the contract where none is named. */
  readonly date: string | null;
  /** One credit plan; all levels and plans where none is named. */
  readonly of: string | null;
}

/** The text of every service level and credit plan as in force on a date, agreement by agreement, then what follows. */
export async function proseOf(path: string, { date, of }: Asked): Promise<readonly Text[]> {
  const { document } = await openContract(path);
  if (document === null)
    throw new Refusal("contract-has-errors", `${path} has errors. See them with: underpin check ${path}`);
  const day = date === null ? document.contract.from : readDay(date);
  if (day === null) throw new Refusal("no-such-date", `'${date}' is no date. Write it as 2026-10-01.`);
  if (of !== null) return onlyPlan(document, of, day);
  const { contract } = worldAt(document, day);
  const triggers = triggerProse(document, day);
  return [
    ...Object.keys(document.agreements).flatMap((agreement): readonly Text[] => [
      ...levelsOf(document, contract, { agreement, day }),
      ...plansOf(document, day).filter((plan) => plan.agreement === agreement),
    ]),
    ...(triggers.length > 0 ? [{ triggers }] : []),
  ];
}

function levelsOf(
  document: ContractDocument,
  contract: ContractTerms,
  { agreement, day }: { readonly agreement: string; readonly day: Day },
): readonly LevelProse[] {
  return levelTerms(document, agreement, day).map((level) => {
    const written = writtenRules(document, agreement, level.id);
    return { agreement, level: level.id, title: level.title, prose: writeProse({ level, contract, written }) };
  });
}

const plansOf = (document: ContractDocument, day: Day): readonly CreditPlanProse[] =>
  Object.entries(document.credit_plans).flatMap(([plan, { for: agreement }]) => {
    const prose = planProse(document, plan, day);
    return prose === null ? [] : [{ agreement, plan, ...prose }];
  });

function onlyPlan(document: ContractDocument, of: string, day: Day): readonly CreditPlanProse[] {
  const found = plansOf(document, day).filter(({ plan }) => plan === of);
  if (found.length > 0) return found;
  const plans = Object.keys(document.credit_plans);
  const known = plans.length === 0 ? "The contract has none." : `There are: ${plans.join(", ")}.`;
  throw new Refusal("unknown-plan", `'${of}' is no credit plan. ${known}`);
}
