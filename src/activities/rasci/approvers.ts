import type { MatrixRow } from "./matrix.ts";
import { type RoleCode, type RoleRef, roles } from "./roles.ts";

/** What is known of the case at hand, for activities that ask approval only then. */
export interface Circumstances {
  readonly touchesClosedPeriod: boolean;
  readonly aboveMateriality: boolean;
}

/** True where the activity cannot be completed without approval or counter-signature. */
export function asksApproval(row: MatrixRow, { touchesClosedPeriod, aboveMateriality }: Circumstances): boolean {
  if (row.counterSigned) return true;
  if (row.approval === "where closed") return touchesClosedPeriod;
  return row.approval === "above materiality" ? aboveMateriality : row.approval !== "none";
}

/**
 * The roles that must approve, each once. For both parties these are the responsible themselves where they act
 * jointly, else the A with the approver of the other side.
 */
export function approversOf(row: MatrixRow): readonly RoleRef[] {
  const counter = counterSignerOf(row);
  return [...new Set([...byApproval(row), ...(counter === null ? [] : [counter])])];
}

/** True where one of each party approves. */
export const needsBothParties = ({ approval }: MatrixRow): boolean =>
  approval === "both parties" || approval === "above materiality";

/** Who signs what comes out for the other party; null where nothing is counter-signed. */
export function counterSignerOf(row: MatrixRow): RoleCode | null {
  if (!row.counterSigned) return null;
  return isClient(row.responsible[0] ?? row.accountable) ? "SLM" : "CR";
}

function byApproval(row: MatrixRow): readonly RoleRef[] {
  if (row.approval === "none") return [];
  if (!needsBothParties(row)) return [row.accountable];
  if (row.jointly) return row.responsible;
  return isClient(row.accountable) ? ["CON", row.accountable] : ["CA", row.accountable];
}

export const isClient = (ref: RoleRef): boolean => ref in roles && roles[ref as RoleCode].side === "client";
