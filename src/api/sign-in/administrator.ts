import { addAudit } from "../../store/add-audit.ts";
import type { Unit } from "../../store/gate.ts";
import type { Caller } from "./caller.ts";
import { refused } from "./refused.ts";

/** Refuses whoever does not hold the role of administrator at this instant, or uses a key that is not for it. */
export async function mustAdminister(
  { db, who }: Unit,
  caller: Pick<Caller, "person"> & { readonly scopes: readonly string[] },
  now: number,
): Promise<void> {
  const held = await db
    .selectFrom("holdings")
    .select("holding_id")
    .where("tenant_id", "=", who.tenant)
    .where("person_id", "=", caller.person)
    .where("role", "=", "ADM")
    .where("contract_id", "is", null)
    .where("from_at", "<=", now)
    .where((row) => row.or([row("until_at", "is", null), row("until_at", ">", now)]))
    .executeTakeFirst();
  if (held && caller.scopes.includes("admin")) return;
  throw refused("administrator-only", "Only an administrator may do this. Ask one who holds the role ADM.");
}

/** Writes to the tenant's audit log what was done with the right to sign in. No secret is among the facts. */
export const auditSignIn = (
  unit: Unit,
  { at, by, subject, facts }: { at: number; by: string; subject: string; facts: Readonly<Record<string, unknown>> },
): Promise<void> => addAudit(unit, { at, person: by, activity: "sign in", contract: null, subject, facts });
