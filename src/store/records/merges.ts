import type { Unit } from "../gate.ts";
import type { RecordKey } from "./telling.ts";

/**
 * Holds back whoever learns of a record while another learns that one is merged into it: either sees what the other
 * wrote. Called before the unit locks any record.
 */
export const holdMerges = async (
  { session, who }: Unit,
  contract: string,
  { tells }: { readonly tells: boolean },
): Promise<void> => {
  const lock = tells ? "pg_advisory_xact_lock" : "pg_advisory_xact_lock_shared";
  await session.query(`select ${lock}(hashtextextended($1, 0))`, [`underpin merges ${who.tenant} ${contract}`]);
};

/** A record of a kind, by the number that another says it was merged into: the tool is not told. */
export type Named = Pick<RecordKey, "kind" | "id">;

/** What some records are known to have been merged into. */
export async function intoOf(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<readonly Named[]> {
  if (records.length === 0) return [];
  const { rows } = await session.query(
    `select distinct e.kind, e.change -> 'state' ->> 'into' as id
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     join underpin.record_events e on e.tenant_id = $1 and e.contract_id = $2
       and e.kind = k.kind and e.tool = k.tool and e.record_id = k.id
     where ${isMerge} and e.change -> 'state' ->> 'into' is not null`,
    [who.tenant, contract, keysOf(records)],
  );
  return rows as unknown as readonly Named[];
}

/** The records that bear these numbers, of whatever tool. */
export async function recordsNamed(
  { session, who }: Unit,
  contract: string,
  named: readonly Named[],
): Promise<readonly RecordKey[]> {
  if (named.length === 0) return [];
  const { rows } = await session.query(
    `select distinct r.kind, r.tool, r.record_id as id from json_to_recordset($3::json) as k (kind text, id text)
     join underpin.records r on r.tenant_id = $1 and r.contract_id = $2 and r.kind = k.kind and r.record_id = k.id`,
    [who.tenant, contract, JSON.stringify(named.map(({ kind, id }) => ({ kind, id })))],
  );
  return rows as unknown as readonly RecordKey[];
}

/** The records that were merged into one of these. */
export async function mergedInto(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<readonly RecordKey[]> {
  if (records.length === 0) return [];
  const { rows } = await session.query(
    `select distinct e.kind, e.tool, e.record_id as id
     from json_to_recordset($3::json) as k (kind text, id text)
     join underpin.record_events e on e.tenant_id = $1 and e.contract_id = $2 and e.kind = k.kind
       and e.change -> 'state' ->> 'into' = k.id
     where ${isMerge}`,
    [who.tenant, contract, keysOf(records)],
  );
  return rows as unknown as readonly RecordKey[];
}

/** As the indexes of merges say it. */
const isMerge = "e.change -> 'state' ->> 'kind' = 'merged'";

const keysOf = (records: readonly RecordKey[]): string =>
  JSON.stringify(records.map(({ kind, tool, id }) => ({ kind, tool, id })));
