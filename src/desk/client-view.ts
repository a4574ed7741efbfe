import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { TriggerDocument } from "../engine/agreement/document/improvement.ts";
import { jobUnder } from "./job.ts";
import type { Figures } from "./make-reports.ts";
import type { ReadyJob } from "./run-job.ts";

/**
 * What the client is shown of a contract: its SLAs and the credits under them, nothing of OLAs, of vendors' contracts
 * or of what is paid for them. The figures are the same, some of them are left out.
 */
export function clientView(ready: ReadyJob, { all, credits }: Figures): { ready: ReadyJob; figures: Figures } {
  const document = clientDocument(ready.job.document);
  const isShown = (id: string): boolean => Object.hasOwn(document.agreements, id);
  return {
    ready: { ...ready, job: jobUnder(ready.job, document) },
    figures: {
      all: all.map((one) => ({ ...one, results: one.results.filter(({ level }) => isShown(level.agreement)) })),
      credits: credits.filter(([first]) => first !== undefined && isShown(first.written.document.for)),
    },
  };
}

/** The contract as the client reads it. */
export function clientDocument(document: ContractDocument): ContractDocument {
  const { client } = document.contract;
  const agreements = only(document.agreements, ({ kind, customer }) => kind === "SLA" && customer === client);
  const credit_plans = only(document.credit_plans, (plan) => Object.hasOwn(agreements, plan.for));
  const isGone = (id: string): boolean =>
    (Object.hasOwn(document.agreements, id) && !Object.hasOwn(agreements, id)) ||
    (Object.hasOwn(document.credit_plans, id) && !Object.hasOwn(credit_plans, id));
  const triggers = only(document.improvement.triggers ?? {}, (trigger) => !namesOf(trigger).some(isGone));
  return {
    ...document,
    agreements,
    credit_plans,
    charges: only(document.charges, ({ under }) => under === undefined || !isGone(under)),
    improvement: { ...document.improvement, triggers },
    amendments: only(document.amendments, ({ amends }) => !isGone(amends)),
  };
}

/** Agreements and credit plans that a trigger looks at. */
function namesOf({ agreement, levels, credits, limit_reached }: TriggerDocument): readonly string[] {
  const own = Array.isArray(levels) ? levels.map((level: string) => level.split("/")[0] ?? "") : [];
  return [...own, agreement, credits?.plan, limit_reached].filter((id) => id !== undefined);
}

const only = <T>(all: Readonly<Record<string, T>>, isShown: (one: T) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([, one]) => isShown(one)));
