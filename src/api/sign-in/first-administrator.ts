import type { Gate } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import type { Accounts } from "./accounts.ts";
import { auditSignIn } from "./administrator.ts";
import { makeInvitation } from "./invite.ts";
import { programOf } from "./people.ts";

/** Whom the first start makes an administrator, and of which tenant. */
export interface FirstAdministrator {
  readonly tenant: string;
  readonly tenantName: string;
  readonly party: { readonly id: string; readonly name: string };
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
}

/**
 * Makes the tenant, the provider's party and a person who holds ADM, where they are missing, and gives a link by which
 * that person sets a password: once, within three days. Null where an administrator can sign in already. ADM holds no
 * other role; who is to hold PO and the rest is added by the administrator and invited.
 */
export async function firstAdministrator(
  { door }: Accounts,
  first: FirstAdministrator,
): Promise<{ readonly link: string; readonly until: number } | null> {
  const { gate, now } = door.settings;
  if (await hasAdministrator(gate, first.tenant, now())) return null;
  await gate.unit(programOf(first.tenant), async ({ db, session, asSystem }) => {
    const { tenant, tenantName, party, person } = first;
    const at = now();
    await session.query(
      "insert into underpin.tenants (tenant_id, name, created) values ($1, $2, $3) on conflict do nothing",
      [tenant, tenantName, at],
    );
    await session.query(
      "insert into underpin.parties (tenant_id, party_id, kind, name) values ($1, $2, 'provider', $3) on conflict do nothing",
      [tenant, party.id, party.name],
    );
    await session.query(
      `insert into underpin.people (tenant_id, person_id, party_id, name, email, created)
       values ($1, $2, $3, $4, lower($5), $6) on conflict (tenant_id, person_id) do update set email = excluded.email`,
      [tenant, person.id, party.id, person.name, person.email, at],
    );
    const held = {
      tenant_id: tenant,
      person_id: person.id,
      role: "ADM",
      contract_id: null,
      from_at: at,
      until_at: null,
    };
    const holds = await db
      .selectFrom("holdings")
      .select("holding_id")
      .where("tenant_id", "=", tenant)
      .where("person_id", "=", person.id)
      .where("role", "=", "ADM")
      .executeTakeFirst();
    if (!holds)
      await db
        .insertInto("holdings")
        .values({ ...held, holding_id: newId(), granted_by: "system" })
        .execute();
    await asSystem((unit) =>
      auditSignIn(unit, { at, by: "system", subject: person.id, facts: { did: "first administrator" } }),
    );
  });
  const { id, email } = first.person;
  // Whoever starts the program for the first time answers for the address.
  return makeInvitation(door, { tenant: first.tenant, person: id, email }, "to the address alone");
}

const hasAdministrator = (gate: Gate, tenant: string, now: number): Promise<boolean> =>
  gate.unit(programOf(tenant), async ({ db }) => {
    const found = await db
      .selectFrom("holdings")
      .innerJoin("people", (join) =>
        join.onRef("people.tenant_id", "=", "holdings.tenant_id").onRef("people.person_id", "=", "holdings.person_id"),
      )
      .select("people.person_id")
      .where("holdings.tenant_id", "=", tenant)
      .where("holdings.role", "=", "ADM")
      .where("people.is_active", "=", true)
      .where("people.account_id", "is not", null)
      .where((row) => row.or([row("holdings.until_at", "is", null), row("holdings.until_at", ">", now)]))
      .executeTakeFirst();
    return found !== undefined;
  });
