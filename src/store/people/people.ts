import type { Unit } from "../gate.ts";
import type { Party } from "./parties.ts";

/** A person of a party. `account` is that by which the person signs in; null until the invitation is answered. */
export interface Person {
  readonly person: string;
  readonly party: string;
  /** What the party is, and so on which side the person sits. */
  readonly side: Party["kind"];
  readonly name: string;
  readonly email: string;
  readonly account: string | null;
  readonly is_active: boolean;
  readonly created: number;
}

/** Adds a person without an account. */
export async function addPerson(
  { db, who }: Unit,
  { person, party, name, email, created }: Pick<Person, "person" | "party" | "name" | "email" | "created">,
): Promise<void> {
  await db
    .insertInto("people")
    .values({
      tenant_id: who.tenant,
      person_id: person,
      party_id: party,
      name,
      email,
      account_id: null,
      is_active: true,
      created,
    })
    .execute();
}

/** Takes a person out of use; the row stays, since others name it. */
export async function deactivatePerson({ db, who }: Unit, person: string): Promise<void> {
  await db
    .updateTable("people")
    .set({ is_active: false })
    .where("tenant_id", "=", who.tenant)
    .where("person_id", "=", person)
    .execute();
}

/** The people who may be seen, in the order of their ids. */
export const loadPeople = (unit: Unit): Promise<readonly Person[]> => people(unit).execute();

/** One person; null where there is none to be seen. */
export const loadPerson = async (unit: Unit, person: string): Promise<Person | null> =>
  (await people(unit).where("p.person_id", "=", person).executeTakeFirst()) ?? null;

const people = ({ db, who }: Unit) =>
  db
    .selectFrom("people as p")
    .innerJoin("parties as q", (join) =>
      join.onRef("q.tenant_id", "=", "p.tenant_id").onRef("q.party_id", "=", "p.party_id"),
    )
    .select(["p.person_id as person", "p.party_id as party", "q.kind as side", "p.name", "p.email"])
    .select(["p.account_id as account", "p.is_active", "p.created"])
    .where("p.tenant_id", "=", who.tenant)
    .orderBy("p.person_id");
