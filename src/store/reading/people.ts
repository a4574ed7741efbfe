import type { Unit } from "../gate.ts";
import { type Page, upwards } from "./keyset.ts";

/** The parties that may be seen, in the order of their ids. */
export const readParties = ({ db, who }: Unit, { kind }: { readonly kind?: Kind | undefined }, page: Page) =>
  db
    .selectFrom("parties")
    .select(["party_id as party", "kind", "name"])
    .where("tenant_id", "=", who.tenant)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? "provider"))
    .where(upwards(["party_id"], page))
    .orderBy("party_id")
    .limit(page.limit)
    .execute();

type Kind = "provider" | "client" | "vendor" | "team";

/** The people who may be seen, in the order of their ids. */
export const readPersons = ({ db, who }: Unit, { party }: { readonly party?: string | undefined }, page: Page) =>
  db
    .selectFrom("people")
    .select(["person_id as person", "party_id as party", "name", "email", "is_active", "created"])
    .where("tenant_id", "=", who.tenant)
    .$if(party !== undefined, (query) => query.where("party_id", "=", party ?? ""))
    .where(upwards(["person_id"], page))
    .orderBy("person_id")
    .limit(page.limit)
    .execute();

/** Who holds which role, ended holdings too, in the order in which they were given. */
export const readHoldings = ({ db, who }: Unit, { person, contract }: HoldingFilter, page: Page) =>
  db
    .selectFrom("holdings")
    .select(["holding_id as holding", "person_id as person", "role", "contract_id as contract"])
    .select(["from_at as from", "until_at as until", "granted_by"])
    .where("tenant_id", "=", who.tenant)
    .$if(person !== undefined, (query) => query.where("person_id", "=", person ?? ""))
    .$if(contract !== undefined, (query) => query.where("contract_id", "=", contract ?? ""))
    .where(upwards(["holding_id"], page))
    .orderBy("holding_id")
    .limit(page.limit)
    .execute();

interface HoldingFilter {
  readonly person?: string | undefined;
  readonly contract?: string | undefined;
}

/** The person for whom the unit is, with the names of party and tenant; null where there is none of that name. */
export const readSelf = async ({ db, who }: Unit) =>
  (await db
    .selectFrom("people as p")
    .innerJoin("tenants as t", "t.tenant_id", "p.tenant_id")
    .select(["p.person_id as person", "p.name", "p.email", "p.party_id as party", "t.name as tenant"])
    .where("p.tenant_id", "=", who.tenant)
    .where("p.person_id", "=", who.person)
    .executeTakeFirst()) ?? null;
