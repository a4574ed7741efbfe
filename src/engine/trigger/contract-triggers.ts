import type { ContractDocument } from "../agreement/document/document.ts";
import type { TriggerDocument } from "../agreement/document/improvement.ts";
import { entry } from "../agreement/document/written.ts";
import { documentAt } from "../agreement/resolve/amended.ts";
import type { Day } from "../time/civil.ts";
import type { PlanName, Trigger } from "./trigger.ts";

/** The triggers of a contract as in force on a day, in the order in which they are written. */
export function contractTriggers(document: ContractDocument, at: Day): readonly Trigger[] {
  const now = documentAt(document, at);
  const critical = weighted(now);
  return Object.entries(now.improvement.triggers ?? {}).map(([id, trigger]) => ({
    ...trigger,
    id,
    critical,
    plan: planOf(now, trigger),
  }));
}

/** `agreement/level` of every level that has a weight in a credit plan. */
function weighted({ credit_plans }: ContractDocument): readonly string[] {
  return Object.values(credit_plans).flatMap(({ for: agreement, weights }) =>
    (weights ?? [])
      .flatMap(({ shares }) => Object.keys(shares))
      .map((level) => (level.includes("/") ? level : `${agreement}/${level}`)),
  );
}

function planOf({ credit_plans }: ContractDocument, { credits, limit_reached }: TriggerDocument): PlanName | null {
  const id = credits?.plan ?? limit_reached;
  const plan = id === undefined ? undefined : entry(credit_plans, id);
  return id === undefined || plan === undefined ? null : { id, title: plan.title, agreement: plan.for };
}
