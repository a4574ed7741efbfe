import type { ContractDocument } from "../agreement/document/document.ts";
import { documentAt } from "../agreement/resolve/amended.ts";
import type { Day } from "../time/civil.ts";
import type { Trigger } from "./triggers.ts";

/** The triggers of a contract as in force on a day, in the order in which they are written. */
export function contractTriggers(document: ContractDocument, at: Day): readonly Trigger[] {
  const now = documentAt(document, at);
  const critical = weighted(now);
  return Object.entries(now.improvement.triggers ?? {}).map(([id, trigger]) => ({ ...trigger, id, critical }));
}

/** `agreement/level` of every level that has a weight in a credit plan. */
function weighted({ credit_plans }: ContractDocument): readonly string[] {
  return Object.values(credit_plans).flatMap(({ for: agreement, weights }) =>
    (weights ?? [])
      .flatMap(({ shares }) => Object.keys(shares))
      .map((level) => (level.includes("/") ? level : `${agreement}/${level}`)),
  );
}
