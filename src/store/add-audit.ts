import { canonical, sha256 } from "./canonical.ts";
import type { Unit } from "./gate.ts";

/** What somebody did, as the audit log keeps it. */
export interface AuditRow {
  readonly at: number;
  readonly person: string;
  readonly activity: string;
  readonly contract: string | null;
  readonly subject: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Adds a row to the audit log of the tenant, chained to the one before it by its hash. */
export function addAudit(unit: Unit, row: AuditRow): Promise<void> {
  return unit.asSystem(async (system) => {
    const { db, who } = system;
    const { number, hash: before } = await nextNumber(system, "audit");
    const facts = canonical(row.facts);
    const hash = auditHash({ ...row, number, facts, before });
    await db
      .insertInto("audit")
      .values({
        tenant_id: who.tenant,
        number,
        at: row.at,
        person_id: row.person,
        activity: row.activity,
        contract_id: row.contract,
        subject: row.subject,
        facts,
        hash_before: before,
        hash,
      })
      .execute();
    await db
      .updateTable("counters")
      .set({ hash })
      .where("tenant_id", "=", who.tenant)
      .where("name", "=", "audit")
      .execute();
  });
}

/** The hash of a row over everything it says and the hash of the row before it. */
export const auditHash = (row: Omit<AuditRow, "facts"> & { number: number; facts: string; before: string }): string =>
  sha256(
    canonical([
      row.before,
      row.number,
      row.at,
      row.person,
      row.activity,
      row.contract,
      row.subject,
      JSON.parse(row.facts),
    ]),
  );

/**
 * Takes the next number of a counter; whoever comes at the same time waits, so that no number is missing. One lock for
 * both counters of a tenant: two units that take them in another order never wait for each other.
 */
export async function nextNumber(
  { session, who }: Unit,
  name: "audit" | "happenings",
): Promise<{ readonly number: number; readonly hash: string }> {
  const { rows } = await session.query(
    `with one_at_a_time as (select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0)))
     insert into underpin.counters (tenant_id, name, last) select $1::uuid, $2, 1 from one_at_a_time
     on conflict (tenant_id, name) do update set last = counters.last + 1
     returning last, hash`,
    [who.tenant, name],
  );
  const [{ last, hash }] = rows as unknown as readonly [{ last: number; hash: string }];
  return { number: last, hash };
}
