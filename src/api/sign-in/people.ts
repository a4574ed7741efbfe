import type { Gate, Unit, Who } from "../../store/gate.ts";
import { expectedUnder, joinAccount, type Membership, membershipsOf } from "../../store/sign-in/memberships.ts";

/** A person as sign-in knows one. */
export interface Person {
  readonly tenant: string;
  readonly person: string;
  readonly party: string;
  readonly side: Exclude<Who["side"], "system">;
  readonly name: string;
  readonly email: string;
  readonly account: string | null;
}

/** The program itself in a tenant, for what sign-in reads and writes there. */
export const programOf = (tenant: string): Who => ({ tenant, person: "system", party: "", side: "system" });

/** An active person of a tenant; null for one who is unknown or may act no more. */
export const personOf = (gate: Gate, tenant: string, person: string): Promise<Person | null> =>
  gate.unit(programOf(tenant), (unit) => activePerson(unit, person));

/** The same within a unit of work. */
export async function activePerson({ db, who }: Unit, person: string): Promise<Person | null> {
  const row = await db
    .selectFrom("people")
    .innerJoin("parties", (join) =>
      join.onRef("parties.tenant_id", "=", "people.tenant_id").onRef("parties.party_id", "=", "people.party_id"),
    )
    .select(["people.party_id", "people.name", "people.email", "people.account_id", "parties.kind"])
    .where("people.tenant_id", "=", who.tenant)
    .where("people.person_id", "=", person)
    .where("people.is_active", "=", true)
    .executeTakeFirst();
  if (!row) return null;
  const { party_id: party, name, email, account_id: account, kind } = row;
  return { tenant: who.tenant, person, party, side: kind as Person["side"], name, email, account };
}

/** Joins an account to a person who has none yet. False where the person may act no more, or has another account. */
export async function join(gate: Gate, account: string, { tenant, person }: Membership | Person): Promise<boolean> {
  const joined = await gate.unit(programOf(tenant), async ({ db }) => {
    const { numUpdatedRows } = await db
      .updateTable("people")
      .set({ account_id: account })
      .where("tenant_id", "=", tenant)
      .where("person_id", "=", person)
      .where("is_active", "=", true)
      .where((row) => row.or([row("account_id", "is", null), row("account_id", "=", account)]))
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  });
  if (joined) await gate.signIn((session) => joinAccount(session, { tenant, person, account }));
  return joined;
}

/** The active persons whose e-mail address is expected and still theirs. */
export async function expectedPeople(gate: Gate, email: string): Promise<readonly Person[]> {
  const expected = await gate.signIn((session) => expectedUnder(session, email));
  const people = await Promise.all(expected.map(({ tenant, person }) => personOf(gate, tenant, person)));
  return people.filter((one) => one !== null).filter((one) => one.email.toLowerCase() === email.toLowerCase());
}

/** The active persons that an account is. */
export async function peopleOfAccount(gate: Gate, account: string): Promise<readonly Person[]> {
  const joined = await gate.signIn((session) => membershipsOf(session, account));
  const people = await Promise.all(joined.map(({ tenant, person }) => personOf(gate, tenant, person)));
  return people.filter((one) => one !== null).filter((one) => one.account === account);
}
