import type { Unit } from "../gate.ts";

/** A party of the tenant: the provider itself, a client, a vendor, or a team of the provider. */
export interface Party {
  readonly party: string;
  readonly kind: "provider" | "client" | "vendor" | "team";
  readonly name: string;
}

/** Adds the parties that are not there yet. */
export async function addParties({ db, who }: Unit, parties: readonly Party[]): Promise<void> {
  if (parties.length === 0) return;
  await db
    .insertInto("parties")
    .values(parties.map(({ party, kind, name }) => ({ tenant_id: who.tenant, party_id: party, kind, name })))
    .onConflict((on) => on.columns(["tenant_id", "party_id"]).doNothing())
    .execute();
}

/** The parties that may be seen, in the order of their ids. */
export const loadParties = ({ db, who }: Unit): Promise<readonly Party[]> =>
  db
    .selectFrom("parties")
    .select(["party_id as party", "kind", "name"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("party_id")
    .execute();
