import { auditHash } from "./add-audit.ts";
import { canonical } from "./canonical.ts";
import type { Unit } from "./gate.ts";

/** A place at which the audit log is not what was written. */
export interface AuditBreak {
  readonly number: number;
  readonly what: "missing" | "changed" | "not chained" | "cut off";
}

/** How many rows the audit log has, the hash of the last, and where it is broken. */
export interface AuditVerified {
  readonly rows: number;
  readonly hash: string;
  readonly breaks: readonly AuditBreak[];
}

/**
 * Recomputes the hash of every row of the tenant's audit log, in order, in pages. Whoever keeps the last hash elsewhere
 * sees from it that the whole log was written anew.
 */
export const verifyAudit = (unit: Unit): Promise<AuditVerified> =>
  unit.asSystem(async (system) => {
    const breaks: AuditBreak[] = [];
    let number = 0;
    let hash = "";
    let rows = 0;
    for (let page = await pageAfter(system, 0); page.length > 0; page = await pageAfter(system, number)) {
      for (const row of page) {
        for (let gap = number + 1; gap < row.number; gap += 1) breaks.push({ number: gap, what: "missing" });
        const facts = canonical(row.facts);
        if (auditHash({ ...row, facts }) !== row.hash) breaks.push({ number: row.number, what: "changed" });
        else if (row.number === number + 1 && row.before !== hash) {
          breaks.push({ number: row.number, what: "not chained" });
        }
        ({ number, hash } = row);
        rows += 1;
      }
    }
    const last = await counterOf(system);
    if (last.number !== number || last.hash !== hash) breaks.push({ number: number + 1, what: "cut off" });
    return { rows, hash, breaks };
  });

const pageAfter = ({ db, who }: Unit, number: number) =>
  db
    .selectFrom("audit")
    .select([
      "number",
      "at",
      "person_id as person",
      "activity",
      "contract_id as contract",
      "subject",
      "facts",
      "hash_before as before",
      "hash",
    ])
    .where("tenant_id", "=", who.tenant)
    .where("number", ">", number)
    .orderBy("number")
    .limit(1000)
    .execute();

async function counterOf({ db, who }: Unit): Promise<{ readonly number: number; readonly hash: string }> {
  const row = await db
    .selectFrom("counters")
    .select(["last as number", "hash"])
    .where("tenant_id", "=", who.tenant)
    .where("name", "=", "audit")
    .executeTakeFirst();
  return row ?? { number: 0, hash: "" };
}
