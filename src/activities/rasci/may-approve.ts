import { approversOf, counterSignerOf, needsBothParties } from "./approvers.ts";
import { type Actor, actsAs, type Scope } from "./holding.ts";
import type { MatrixRow } from "./matrix.ts";
import type { RoleRef } from "./roles.ts";

/** An approval that was given, and the role it was given as. */
export interface Approved extends Actor {
  readonly as: RoleRef;
}

/** Why somebody may not approve. The first that holds, in this order, is told. */
export type ApprovalRefusal =
  | "no-approval"
  | "not-accountable"
  | "already-approved"
  | "for-oneself"
  | "same-person"
  | "same-party";

interface Asked {
  readonly row: MatrixRow;
  /** Who did it; null where the system did. */
  readonly starter: Actor | null;
  readonly approver: Actor;
  /** The approvals given before, in any order. */
  readonly given: readonly Approved[];
  /** Whose act it answers or whose roles change; null where it is about nobody. */
  readonly concerns: Actor | null;
}

/** May this person approve what was done, and as which role? */
export function mayApprove(asked: Asked, scope: Scope): { readonly as: RoleRef } | ApprovalRefusal {
  const wanted = approversOf(asked.row);
  if (wanted.length === 0) return "no-approval";
  const held = wanted.filter((ref) => actsAs(asked.approver, [ref], scope));
  if (held.length === 0) return "not-accountable";
  const missing = stillToApprove(asked.row, asked.given);
  const refusals = held.map((as) => (missing.includes(as) ? keptApart(asked, as) : "already-approved"));
  const free = refusals.indexOf(null);
  const as = held[free];
  return as === undefined ? (refusals.find((refusal) => refusal !== null) ?? "already-approved") : { as };
}

/** The roles whose approval is missing; none when all is approved. */
export const stillToApprove = (row: MatrixRow, given: readonly Approved[]): readonly RoleRef[] =>
  approversOf(row).filter((ref) => !given.some(({ as }) => as === ref));

/**
 * The approval that lies in doing it: where the responsible act jointly, who starts has signed for their own side. None
 * elsewhere.
 */
export function approvalOfStarter(row: MatrixRow, starter: Actor, scope: Scope): readonly Approved[] {
  if (!row.jointly) return [];
  const as = approversOf(row).find((ref) => actsAs(starter, [ref], scope));
  return as === undefined ? [] : [{ ...starter, as }];
}

function keptApart({ row, starter, approver, given, concerns }: Asked, as: RoleRef): ApprovalRefusal | null {
  const rules = row.segregation;
  if (rules.includes("never for oneself") && approver.person === concerns?.person) return "for-oneself";
  const counter = as === counterSignerOf(row);
  const onlyOne = rules.includes("never one person") && !needsBothParties(row);
  if (starter !== null && (rules.includes("other than responsible") || counter || onlyOne))
    if (approver.person === starter.person) return "same-person";
  if (counter && approver.party === starter?.party) return "same-party";
  if (rules.includes("other party") && approver.party === concerns?.party) return "same-party";
  return needsBothParties(row) ? apartFrom(given, approver) : null;
}

/** Both parties are two persons of two parties. */
function apartFrom(given: readonly Approved[], approver: Actor): ApprovalRefusal | null {
  if (given.some(({ person }) => person === approver.person)) return "same-person";
  return given.some(({ party }) => party === approver.party) ? "same-party" : null;
}
