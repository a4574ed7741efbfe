import type { Instant } from "../../engine/time/instant.ts";
import { isGroup, type RoleCode, type RoleRef, roleGroups, rolesOf } from "./roles.ts";

/** A person holds a role, for one contract or for all, from an instant up to (not including) another. */
export interface Holding {
  readonly person: string;
  /** The party the person acts for in this role. */
  readonly party: string;
  readonly role: RoleCode;
  /** Null: for every contract of the tenant. */
  readonly contract: string | null;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** A person who acts for a party. */
export interface Actor {
  readonly person: string;
  readonly party: string;
}

/** People whom no role tells: the owner named in the plan, those on the agenda, the person whose roles change. */
export type Named = Readonly<Partial<Record<"SIP owner" | "all attending" | "holder", readonly Actor[]>>>;

/** Where and when it is asked who somebody is. A null contract is a matter of the whole tenant. */
export interface Scope {
  readonly holdings: readonly Holding[];
  readonly contract: string | null;
  readonly at: Instant;
  readonly named?: Named | undefined;
}

/** True where a holding gives its role at the instant, for the contract or for all. */
export const counts = (holding: Holding, { contract, at }: Pick<Scope, "contract" | "at">): boolean =>
  isHeldAt(holding, at) && (holding.contract === null || holding.contract === contract);

export const isHeldAt = ({ from, until }: Holding, at: Instant): boolean =>
  from <= at && (until === null || at < until);

/** The people whom roles and groups mean, each once, in the order of the references. */
export function peopleOf(refs: readonly RoleRef[], scope: Scope): readonly Actor[] {
  const found = new Map<string, Actor>();
  for (const actor of actorsOf(refs, scope)) if (!found.has(actor.person)) found.set(actor.person, actor);
  return [...found.values()];
}

/** True where the person is among those whom roles and groups mean. */
export const isOneOf = (person: string, refs: readonly RoleRef[], scope: Scope): boolean =>
  actorsOf(refs, scope).some((actor) => actor.person === person);

/** True where somebody who acts for a party is meant as one of that party: a role held for another gives nothing. */
export const actsAs = (actor: Actor, refs: readonly RoleRef[], scope: Scope): boolean =>
  actorsOf(refs, scope).some(({ person, party }) => person === actor.person && party === actor.party);

/** The roles a person has, named ones included. */
export function rolesHeld(person: string, scope: Scope): readonly RoleCode[] {
  const held = scope.holdings.filter((one) => one.person === person && counts(one, scope)).map(({ role }) => role);
  const owner = namedAs("SIP owner", scope).some((actor) => actor.person === person);
  return [...new Set<RoleCode>(owner ? [...held, "SIP owner"] : held)];
}

/** True for people who are named each time, so that nobody needs to hold the role beforehand. */
export const isNamedEachTime = (ref: RoleRef): boolean =>
  ref === "SIP owner" || (isGroup(ref) && roleGroups[ref].of === "people named each time");

const actorsOf = (refs: readonly RoleRef[], scope: Scope): readonly Actor[] =>
  refs.flatMap((ref) => [...holdersOf(ref, scope), ...namedAs(ref, scope)]);

function holdersOf(ref: RoleRef, scope: Scope): readonly Actor[] {
  const wanted = rolesOf(ref);
  return wanted.flatMap((role) =>
    scope.holdings
      .filter((holding) => holding.role === role && counts(holding, scope))
      .map(({ person, party }) => ({ person, party })),
  );
}

function namedAs(ref: RoleRef, { named }: Scope): readonly Actor[] {
  return ref === "SIP owner" || ref === "all attending" || ref === "holder" ? (named?.[ref] ?? []) : [];
}
