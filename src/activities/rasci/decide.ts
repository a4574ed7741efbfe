import type { ActivityName } from "./activity-names.ts";
import { type Actor, actsAs, isOneOf, peopleOf, rolesHeld, type Scope } from "./holding.ts";
import { type Matrix, type MatrixRow, rowOf } from "./matrix.ts";
import { type RoleCode, type RoleRef, rolesOf } from "./roles.ts";

/** Responsible, accountable, supporting, consulted, informed. */
export type Part = "R" | "A" | "S" | "C" | "I";

/** Who wants to act: a person for a party, or the system. */
export type Doing = Actor | "the system";

/** Why somebody may not start an activity. The first that holds, in this order, is told. */
export type StartRefusal =
  | "system-only"
  | "person-only"
  | "not-responsible"
  | "holds-other-role"
  | "concerns-nobody"
  | "for-oneself"
  | "same-person"
  | "same-party";

/** The parts that a person has in an activity, in the order R, A, S, C, I; none where they have nothing to do with it. */
export function partOf(
  asked: { matrix: Matrix; activity: ActivityName; person: string },
  scope: Scope,
): readonly Part[] {
  const row = rowOf(asked.matrix, asked.activity);
  const parts: readonly (readonly [Part, readonly RoleRef[]])[] = [
    ["R", row.responsible],
    ["A", [row.accountable]],
    ["S", row.supporting],
    ["C", row.consulted],
    ["I", row.informed],
  ];
  return parts.filter(([, refs]) => isOneOf(asked.person, refs, scope)).map(([part]) => part);
}

/**
 * May this person, or the system, start and complete the activity? `concerns` is whose act it answers (the claimant,
 * the one disputing) or whose roles change; null where the activity is about nobody.
 */
export function mayStart(
  asked: { row: MatrixRow; by: Doing; concerns: Actor | null },
  scope: Scope,
): "yes" | StartRefusal {
  const { row, by, concerns } = asked;
  if (by === "the system") return row.doneBy === "a person" ? "person-only" : "yes";
  if (row.doneBy === "the system") return "system-only";
  if (!actsAs(by, row.responsible, scope)) return "not-responsible";
  return alone({ row, by }, scope) ?? apart({ row, by, concerns }) ?? "yes";
}

/** May this person set the system to work, as by handing it a file? Those who are R, A or S of its activity may. */
export function mayAskSystem(
  asked: { row: MatrixRow; person: string },
  scope: Scope,
): "yes" | "person-only" | "not-responsible" {
  const { row, person } = asked;
  if (row.doneBy === "a person") return "person-only";
  const refs = [...row.responsible, row.accountable, ...row.supporting];
  return isOneOf(person, refs, scope) ? "yes" : "not-responsible";
}

/** May this person save drafts of what goes in? The responsible and those who support may; only the R completes. */
export function mayPrepare(asked: { row: MatrixRow; person: string }, scope: Scope): "yes" | "not-supporting" {
  const { row, person } = asked;
  return isOneOf(person, [...row.responsible, ...row.supporting], scope) ? "yes" : "not-supporting";
}

/** The roles to ask before, groups opened. People who are named each time have no role here: see `consultedPeople`. */
export const consultedRoles = (row: MatrixRow): readonly RoleCode[] => opened(row.consulted);

/** The roles to tell afterwards, groups opened. */
export const informedRoles = (row: MatrixRow): readonly RoleCode[] => opened(row.informed);

/** The people to ask before, each once. */
export const consultedPeople = (row: MatrixRow, scope: Scope): readonly Actor[] => peopleOf(row.consulted, scope);

/** The people to tell afterwards, each once. */
export const informedPeople = (row: MatrixRow, scope: Scope): readonly Actor[] => peopleOf(row.informed, scope);

/** Seconds to wait for the answers of the C before going on without them; null where nobody waits. */
export function waitFor(row: MatrixRow, by: Doing): number | null {
  return by !== "the system" && row.consultation.waits && row.consulted.length > 0 ? row.consultation.within : null;
}

const opened = (refs: readonly RoleRef[]): readonly RoleCode[] => [...new Set(refs.flatMap(rolesOf))];

/** Who must hold no other role holds none in any contract, since independence has no borders. */
function alone({ row, by }: { row: MatrixRow; by: Actor }, scope: Scope): StartRefusal | null {
  if (!row.segregation.includes("holds no other role")) return null;
  const everywhere = scope.holdings.map((holding) => ({ ...holding, contract: null }));
  const held = rolesHeld(by.person, { ...scope, holdings: everywhere });
  return held.length > 1 ? "holds-other-role" : null;
}

function apart({ row, by, concerns }: { row: MatrixRow; by: Actor; concerns: Actor | null }): StartRefusal | null {
  const forOneself = row.segregation.includes("never for oneself");
  const otherParty = row.segregation.includes("other party");
  if (!forOneself && !otherParty) return null;
  if (concerns === null) return "concerns-nobody";
  if (by.person === concerns.person) return forOneself ? "for-oneself" : "same-person";
  return otherParty && by.party === concerns.party ? "same-party" : null;
}
