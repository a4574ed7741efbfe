import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";
import { type ClockKey, clockText } from "./clock-row.ts";

/** A row as it was before: when it was written, and for when it asked to be looked at. */
export type WrittenClock = ClockKey & { readonly updated: number; readonly nextAt: number | null };

/** The rows of the records' clocks as they are, by `clockText`. */
export async function clocksBefore(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, WrittenClock>> {
  if (records.length === 0) return new Map();
  const { rows } = await session.query(
    `select c.agreement_id as agreement, c.level_id as level, c.kind, c.tool, c.record_id as record, c.stage,
            c.updated, c.next_at as "nextAt"
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     join underpin.live_clocks c on c.tenant_id = $1 and c.contract_id = $2
       and c.kind = k.kind and c.tool = k.tool and c.record_id = k.id`,
    [who.tenant, contract, JSON.stringify(records.map(({ kind, tool, id }) => ({ kind, tool, id })))],
  );
  return new Map((rows as unknown as readonly WrittenClock[]).map((row) => [clockText(row), row]));
}
