import { auditHash } from "../add-audit.ts";
import { canonical } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import { readAudit } from "./process.ts";

/** Whether the audit log is whole: every row there, none changed, and the last one that which was last written. */
export interface AuditCheck {
  readonly is_whole: boolean;
  readonly rows: number;
  /** The hash of the last row, to be kept elsewhere: with it nobody can write the log anew unseen. */
  readonly hash: string;
  /** The first number at which something is wrong; null where nothing is. */
  readonly broken_at: number | null;
}

/** How many rows are looked at in one unit of work, so that nobody waits long. */
const portion = 1000;

/** Walks the chain of a tenant from its first row to its last. */
export async function checkAudit(read: <T>(work: (unit: Unit) => Promise<T>) => Promise<T>): Promise<AuditCheck> {
  const last = await read(({ db, who }) =>
    db
      .selectFrom("counters")
      .select(["last", "hash"])
      .where("tenant_id", "=", who.tenant)
      .where("name", "=", "audit")
      .executeTakeFirst(),
  );
  const end = last?.last ?? 0;
  let rows = 0;
  let hash = "";
  while (rows < end) {
    const page = { after: [rows], limit: Math.min(portion, end - rows) };
    const part = await read((unit) => readAudit(unit, {}, page));
    for (const row of part) {
      const said = { ...row, facts: canonical(row.facts), before: hash };
      if (row.number !== rows + 1 || row.hash_before !== hash || row.hash !== auditHash(said))
        return { is_whole: false, rows, hash, broken_at: rows + 1 };
      rows = row.number;
      hash = row.hash;
    }
    if (part.length === 0) return { is_whole: false, rows, hash, broken_at: rows + 1 };
  }
  const isWhole = hash === (last?.hash ?? "");
  return { is_whole: isWhole, rows, hash, broken_at: isWhole ? null : rows };
}
