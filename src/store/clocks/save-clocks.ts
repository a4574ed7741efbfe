import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";
import { type ClockKey, type ClockRow, clockText } from "./clock-row.ts";

/** The running clocks of some records as they are now. */
export interface SavingClocks {
  readonly contract: string;
  readonly records: readonly RecordKey[];
  readonly rows: readonly ClockRow[];
  readonly now: number;
}

/** A row that is not as it was before, or that is gone. */
export type ChangedClock = ClockKey & { readonly gone: boolean };

/** Puts the rows of the records' clocks in the place of those that were there, and tells which have changed. */
export async function saveClocks(unit: Unit, saving: SavingClocks): Promise<readonly ChangedClock[]> {
  if (saving.records.length === 0) return [];
  const gone = await remove(unit, saving);
  if (saving.rows.length === 0) return gone;
  return [...gone, ...(await put(unit, saving))];
}

async function remove({ session, who }: Unit, { contract, records, rows }: SavingClocks) {
  const keys = records.map(({ kind, tool, id }) => ({ kind, tool, id }));
  const { rows: were } = await session.query(
    `select ${columns} from json_to_recordset($3::json) as k (kind text, tool text, id text)
     join underpin.live_clocks c on c.tenant_id = $1 and c.contract_id = $2
       and c.kind = k.kind and c.tool = k.tool and c.record_id = k.id`,
    [who.tenant, contract, JSON.stringify(keys)],
  );
  const kept = new Set(rows.map(clockText));
  const gone = (were as unknown as readonly ClockKey[]).filter((row) => !kept.has(clockText(row)));
  if (gone.length === 0) return [];
  await session.query(
    `delete from underpin.live_clocks c using json_to_recordset($3::json) as k
       (agreement text, level text, kind text, tool text, record text, stage integer)
     where c.tenant_id = $1 and c.contract_id = $2 and c.agreement_id = k.agreement and c.level_id = k.level
       and c.kind = k.kind and c.tool = k.tool and c.record_id = k.record and c.stage = k.stage`,
    [who.tenant, contract, JSON.stringify(gone)],
  );
  return gone.map((row) => ({ ...row, gone: true }));
}

const columns =
  "c.agreement_id as agreement, c.level_id as level, c.kind, c.tool, c.record_id as record, c.stage as stage";

/** A row that only shows a later second of the same clock stays as it is. */
async function put({ session, who }: Unit, { contract, rows, now }: SavingClocks): Promise<readonly ChangedClock[]> {
  const { rows: changed } = await session.query(
    `insert into underpin.live_clocks as c
       (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, stage, cycle, state, holder, due,
        next_at, next_what, clock, updated)
     select $1, $2, n.agreement, n.level, n.kind, n.tool, n.record, n.stage, n.cycle, n.state, n.holder, n.due,
            n."nextAt", n."nextWhat", n.clock, $4
     from json_to_recordset($3::json) as n
       (agreement text, level text, kind text, tool text, record text, stage integer, cycle integer, state text,
        holder text, due bigint, "nextAt" bigint, "nextWhat" text, clock jsonb)
     join underpin.agreements a on a.tenant_id = $1 and a.contract_id = $2 and a.agreement_id = n.agreement
     order by n.agreement, n.level, n.kind, n.tool, n.record, n.stage
     on conflict (tenant_id, contract_id, agreement_id, level_id, kind, tool, record_id, stage) do update set
       cycle = excluded.cycle, state = excluded.state, holder = excluded.holder, due = excluded.due,
       next_at = excluded.next_at, next_what = excluded.next_what, clock = excluded.clock, updated = excluded.updated
     where (c.next_at, c.next_what, c.clock - 'at' - 'elapsed' - 'remaining' - 'outOfHours') is distinct from
       (excluded.next_at, excluded.next_what, excluded.clock - 'at' - 'elapsed' - 'remaining' - 'outOfHours')
     returning ${columns}`,
    [who.tenant, contract, JSON.stringify(rows), now],
  );
  return (changed as unknown as readonly ClockKey[]).map((row) => ({ ...row, gone: false }));
}
