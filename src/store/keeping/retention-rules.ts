import type { Unit } from "../gate.ts";
import { newId } from "../new-id.ts";

/** What a tenant may set a term for; without a rule it is kept. */
export type Kept = "record events" | "pseudonyms" | "notices";

/** So many months after what: for events the end of the contract year they lie in, else when it last mattered. */
export interface RetentionRule {
  readonly what: Kept;
  readonly months: number;
}

/** The rules of the tenant. */
export const retentionRules = ({ db, who }: Unit): Promise<readonly RetentionRule[]> =>
  db
    .selectFrom("retention_rules")
    .select(["what", "months"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("what")
    .execute();

/** Sets a rule, or takes it back where `months` is null. */
export async function setRetention(
  { db, who }: Unit,
  {
    what,
    months,
    at,
    by,
  }: { readonly what: Kept; readonly months: number | null; readonly at: number; readonly by: string },
): Promise<void> {
  await db.deleteFrom("retention_rules").where("tenant_id", "=", who.tenant).where("what", "=", what).execute();
  if (months === null) return;
  await db.insertInto("retention_rules").values({ tenant_id: who.tenant, what, months, at, by_person: by }).execute();
}

/** Nothing of the contract (null: of the tenant) is removed until the hold is ended. Waits for a removal under way. */
export async function placeHold(
  unit: Unit,
  {
    contract,
    reason,
    at,
    by,
  }: { readonly contract: string | null; readonly reason: string; readonly at: number; readonly by: string },
): Promise<string> {
  const id = newId();
  await lockHolds(unit);
  await unit.db
    .insertInto("legal_holds")
    .values({ tenant_id: unit.who.tenant, hold_id: id, contract_id: contract, reason, from_at: at, by_person: by })
    .execute();
  return id;
}

/** Every hold of the tenant, the latest first. */
export const legalHolds = ({ db, who }: Unit) =>
  db
    .selectFrom("legal_holds")
    .select([
      ...(["hold_id as hold", "contract_id as contract", "reason"] as const),
      ...(["from_at as from", "until_at as until", "by_person as by"] as const),
    ])
    .where("tenant_id", "=", who.tenant)
    .orderBy("from_at", "desc")
    .orderBy("hold_id")
    .execute();

/** Ends a hold; its row stays. False where none of that id stands. */
export async function endHold({ db, who }: Unit, hold: string, at: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("legal_holds")
    .set({ until_at: at })
    .where("tenant_id", "=", who.tenant)
    .where("hold_id", "=", hold)
    .where("until_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Whoever places a hold and whoever removes wait for each other. */
export const lockHolds = ({ session, who }: Unit): Promise<unknown> =>
  session.query("select pg_advisory_xact_lock(hashtext('underpin.legal_holds ' || $1::uuid))", [who.tenant]);
