import type { Unit } from "../gate.ts";
import type { RecordKey } from "./telling.ts";

/** What a record's row says after events were added. */
export interface Counts {
  readonly key: RecordKey;
  /** Events that were added, and the first and last instant at which one of them happened (null: none was). */
  readonly added: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly joined: boolean;
  readonly ofFiles: boolean;
  /** The bucket it was in; null for a new record. */
  readonly bucketBefore: number | null;
}

/** The bucket of a record that begins at an instant: year * 12 + month - 1, in UTC. */
export function bucketOf(first: number): number {
  const date = new Date(first * 1000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Counts the added events of locked records, and drops the packs that held their histories. */
export async function saveCounts({ session, who }: Unit, contract: string, counts: readonly Counts[]): Promise<void> {
  if (counts.length === 0) return;
  const rows = counts.map(({ key, added, first, last, joined, ofFiles }) => ({
    ...{ k: key.kind, t: key.tool, r: key.id },
    ...{ a: added, f: first, l: last, j: joined, o: ofFiles, b: first === null ? null : bucketOf(first) },
  }));
  await session.query(
    `update underpin.records r set
       events = r.events + c.a,
       joined = c.j,
       of_files = c.o,
       bucket = case when r.events = 0 then c.b else least(r.bucket, c.b) end,
       first_at = case when r.events = 0 then c.f else least(r.first_at, c.f) end,
       last_at = case when r.events = 0 then c.l else greatest(r.last_at, c.l) end
     from json_to_recordset($3::json)
       as c (k text, t text, r text, a integer, f bigint, l bigint, j boolean, o boolean, b integer)
     where r.tenant_id = $1 and r.contract_id = $2 and r.kind = c.k and r.tool = c.t and r.record_id = c.r`,
    [who.tenant, contract, JSON.stringify(rows)],
  );
  await dropPacks({ session, who }, contract, counts);
}

async function dropPacks(
  { session, who }: Pick<Unit, "session" | "who">,
  contract: string,
  counts: readonly Counts[],
): Promise<void> {
  const touched = new Map<string, { readonly k: string; readonly b: number }>();
  for (const { key, first, bucketBefore } of counts) {
    for (const bucket of [first === null ? null : bucketOf(first), bucketBefore]) {
      if (bucket !== null) touched.set(`${key.kind}/${bucket}`, { k: key.kind, b: bucket });
    }
  }
  await session.query(
    `delete from underpin.packs p using json_to_recordset($3::json) as t (k text, b integer)
     where p.tenant_id = $1 and p.contract_id = $2 and p.kind = t.k and p.bucket = t.b`,
    [who.tenant, contract, JSON.stringify([...touched.values()])],
  );
}
