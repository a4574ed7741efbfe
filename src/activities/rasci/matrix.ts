import type { ActivityName, Step } from "./activity-names.ts";
import type { RoleCode, RoleRef } from "./roles.ts";

/** Who does it: a person, the system acting under the R of a role ("System for PM"), or either. */
export const doers = ["a person", "the system", "a person or the system"] as const;
export type Doer = (typeof doers)[number];

/**
 * When it needs approval, and by whom. `accountable`: always, by the A. `both parties`: always, by one of each party.
 * `where closed`: by the A where it touches a closed period. `above materiality`: by both parties above that limit.
 */
export const approvals = ["none", "accountable", "both parties", "where closed", "above materiality"] as const;
export type Approval = (typeof approvals)[number];

/**
 * What keeps people apart. `other than responsible`: who approves did not do it. `other party`: who acts is not of the
 * party whose act is answered. `never one person`: not all of it by one. `never for oneself`: whom it concerns neither
 * does nor approves it. `holds no other role`: who does it has no other role at all.
 */
export const segregations = [
  "other than responsible",
  "other party",
  "never one person",
  "never for oneself",
  "holds no other role",
] as const;
export type Segregation = (typeof segregations)[number];

/** Whether the activity waits for the answers of the C, and after how many seconds it goes on without them. */
export interface Consultation {
  readonly waits: boolean;
  readonly within: number;
}

/** One activity of the process, with what goes in, what comes out, and who has which part in it. */
export interface MatrixRow {
  readonly step: Step;
  readonly activity: ActivityName;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** R: does it. */
  readonly responsible: readonly RoleRef[];
  readonly doneBy: Doer;
  /** True where each of the responsible must act ("CA and CON"). */
  readonly jointly: boolean;
  /** A: answers for it, and approves where `approval` says so. One role, never a group. */
  readonly accountable: RoleCode;
  /** S: may prepare it. */
  readonly supporting: readonly RoleRef[];
  /** C: asked before. */
  readonly consulted: readonly RoleRef[];
  /** I: told after. */
  readonly informed: readonly RoleRef[];
  readonly approval: Approval;
  readonly segregation: readonly Segregation[];
  /** The activity whose outcome this one answers; `other party` is other than the party that did that. */
  readonly answers: ActivityName | null;
  readonly reasonRequired: boolean;
  /** What comes out is signed by the other party's representative too. */
  readonly counterSigned: boolean;
  /** A change takes effect only after the notice that the contract asks for. */
  readonly noticeRules: boolean;
  /** Refused without evidence. */
  readonly evidenceRequired: boolean;
  readonly consultation: Consultation;
}

export type Matrix = readonly MatrixRow[];

/** 3 days of 86 400 seconds: how long a person's activity waits for the C by default. */
export const usualWait = 259_200;

/** By default people wait for those they must ask; the system tells them and never waits. */
export const usualConsultation = (doneBy: Doer, consulted: readonly RoleRef[]): Consultation =>
  doneBy !== "the system" && consulted.length > 0 ? { waits: true, within: usualWait } : { waits: false, within: 0 };

/** The row of an activity. Every matrix has each activity, so a missing one is a fault of the program. */
export function rowOf(matrix: Matrix, activity: ActivityName): MatrixRow {
  const row = matrix.find((one) => one.activity === activity);
  if (row === undefined) throw new Error(`The matrix has no row for "${activity}".`);
  return row;
}
