import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";

/** A record of which a clock wants to be looked at. */
export interface DueRecord extends RecordKey {
  readonly contract: string;
}

/** Locks records of which a clock wants to be looked at by now, the longest waiting first; those that others hold are left to them. */
export async function lockDueRecords(
  { session, who }: Unit,
  now: number,
  limit: number,
): Promise<readonly DueRecord[]> {
  const { rows: waiting } = await session.query(
    `select contract_id as contract, kind, tool, record_id as id from underpin.live_clocks
     where tenant_id = $1 and next_at <= $2
     group by contract_id, kind, tool, record_id order by min(next_at) limit $3`,
    [who.tenant, now, limit],
  );
  if (waiting.length === 0) return [];
  const { rows: locked } = await session.query(
    `select r.contract_id as contract, r.kind, r.tool, r.record_id as id from underpin.records r
     join json_to_recordset($2::json) as k (contract text, kind text, tool text, id text)
       on r.contract_id = k.contract and r.kind = k.kind and r.tool = k.tool and r.record_id = k.id
     where r.tenant_id = $1 order by r.contract_id, r.kind, r.tool, r.record_id for update of r skip locked`,
    [who.tenant, JSON.stringify(waiting)],
  );
  return locked as unknown as readonly DueRecord[];
}
