import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";
import { type ClockKey, clockText } from "./clock-row.ts";

/** When the rows of the records' clocks were last written, by `clockText`. */
export async function writtenAt(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, number>> {
  if (records.length === 0) return new Map();
  const { rows } = await session.query(
    `select c.agreement_id as agreement, c.level_id as level, c.kind, c.tool, c.record_id as record, c.stage, c.updated
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     join underpin.live_clocks c on c.tenant_id = $1 and c.contract_id = $2
       and c.kind = k.kind and c.tool = k.tool and c.record_id = k.id`,
    [who.tenant, contract, JSON.stringify(records.map(({ kind, tool, id }) => ({ kind, tool, id })))],
  );
  const all = rows as unknown as readonly (ClockKey & { readonly updated: number })[];
  return new Map(all.map((row) => [clockText(row), row.updated]));
}
