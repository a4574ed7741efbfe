import type { Unit } from "../gate.ts";
import { newId } from "../new-id.ts";
import { addHolding } from "./holdings.ts";
import { addParties } from "./parties.ts";
import { addPerson } from "./people.ts";

/** Who begins: the provider, and the administrator who lets everybody else in. */
export interface Founding {
  readonly name: string;
  readonly provider: { readonly party: string; readonly name: string };
  readonly administrator: { readonly person: string; readonly name: string; readonly email: string };
  readonly at: number;
}

/** Makes a tenant: its row, the provider's party, and the first administrator. The unit is the tenant's, as system. */
export async function foundTenant(unit: Unit, { name, provider, administrator, at }: Founding): Promise<void> {
  const { tenant } = unit.who;
  await unit.db.insertInto("tenants").values({ tenant_id: tenant, name, created: at }).execute();
  await addParties(unit, [{ ...provider, kind: "provider" }]);
  await addPerson(unit, { ...administrator, party: provider.party, created: at });
  const { person } = administrator;
  await addHolding(unit, { holding: newId(), person, role: "ADM", contract: null, from: at, granted_by: "system" });
}
