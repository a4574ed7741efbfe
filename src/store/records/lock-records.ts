import type { Unit } from "../gate.ts";
import { inLockOrder, keyOf, type RecordKey } from "./telling.ts";

/** What is known of a locked record. */
export interface Locked {
  readonly isNew: boolean;
  readonly events: number;
  readonly bucket: number;
  readonly joined: boolean;
  readonly ofFiles: boolean;
}

/**
 * Makes rows for records that have none and locks all of them until the unit ends, in one order for everybody. The
 * answer is by `keyOf`; a new row has 0 events and is to be filled by `saveCounts`.
 */
export async function lockRecords(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, Locked>> {
  const keys = inLockOrder(records).map(({ kind, tool, id }) => ({ kind, tool, id }));
  const { rows } = await session.query(
    `insert into underpin.records as r
       (tenant_id, contract_id, kind, tool, record_id, bucket, first_at, last_at, events)
     select $1, $2, k.kind, k.tool, k.id, 0, 0, 0, 0
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     on conflict (tenant_id, contract_id, kind, tool, record_id) do update set joined = r.joined
     returning kind, tool, record_id as id, bucket, events, joined, of_files as "ofFiles"`,
    [who.tenant, contract, JSON.stringify(keys)],
  );
  return new Map(
    (rows as unknown as readonly (RecordKey & Omit<Locked, "isNew">)[]).map((row) => {
      const { events, bucket, joined, ofFiles } = row;
      return [keyOf(row), { isNew: events === 0, events, bucket, joined, ofFiles }];
    }),
  );
}
