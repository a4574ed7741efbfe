import type { RecordKind } from "../../engine/agreement/words.ts";
import type { State } from "../../engine/record/record.ts";
import type { Unit } from "../gate.ts";
import type { RecordKey } from "../records/telling.ts";

/** Which records' clocks are to be read. */
export interface RecordsAsked {
  readonly contract: string;
  /** By kind, the states in which no clock of a record runs unless it is reopened. */
  readonly over: ReadonlyMap<RecordKind, readonly State["kind"][]>;
  readonly now: number;
  readonly after: RecordKey | null;
  /** Records that are looked through at once. */
  readonly limit: number;
}

/** Records of which a clock runs or may run, locked until the unit ends, and the last one that was looked through. */
export interface RecordsToRead {
  readonly records: readonly RecordKey[];
  /** Null where there is none after `after`. */
  readonly last: RecordKey | null;
}

/** Goes through the records of a contract, some at a time. Most of them ended long ago: their histories are not read. */
export async function recordsToRead({ session, who }: Unit, asked: RecordsAsked): Promise<RecordsToRead> {
  const { contract, over, now, limit } = asked;
  const after = asked.after ?? { kind: "", tool: "", id: "" };
  const kinds = [...over].map(([kind, states]) => ({ kind, states }));
  const { rows } = await session.query(sql, [
    ...[who.tenant, contract, JSON.stringify(kinds), after.kind, after.tool, after.id, limit, now],
  ]);
  const found = rows as unknown as readonly (RecordKey & { readonly wanted: boolean })[];
  const records = found.filter(({ wanted }) => wanted).map(({ kind, tool, id }) => ({ kind, tool, id }));
  await session.query(
    `select 1 from underpin.records r join json_to_recordset($3::json) as k (kind text, tool text, id text)
       on r.kind = k.kind and r.tool = k.tool and r.record_id = k.id
     where r.tenant_id = $1 and r.contract_id = $2 order by r.kind, r.tool, r.record_id for update of r`,
    [who.tenant, contract, JSON.stringify(records)],
  );
  const last = found.at(-1);
  return { records, last: last ? { kind: last.kind, tool: last.tool, id: last.id } : null };
}

const sql = `
  with watched as (select * from json_to_recordset($3::json) as w (kind text, states json)),
  page as (
    select r.kind, r.tool, r.record_id, r.last_at from underpin.records r
    where r.tenant_id = $1 and r.contract_id = $2 and (r.kind, r.tool, r.record_id) > ($4, $5, $6)
      and r.kind in (select kind from watched union
                     select kind from underpin.live_clocks where tenant_id = $1 and contract_id = $2)
    order by r.kind, r.tool, r.record_id limit $7)
  select p.kind, p.tool, p.record_id as id,
    exists (select from underpin.live_clocks c where c.tenant_id = $1 and c.contract_id = $2
            and c.kind = p.kind and c.tool = p.tool and c.record_id = p.record_id)
    or w.kind is not null and (
      p.last_at > $8 or s.happened is null
      or s.state not in (select json_array_elements_text(w.states))
      or exists (select from underpin.record_events e where e.tenant_id = $1 and e.contract_id = $2
            and e.kind = p.kind and e.tool = p.tool and e.record_id = p.record_id and e.happened >= s.happened
            and (e.change ->> 'moment' = 'reopened' or e.change ->> 'by' = 'client'
                 or e.happened = s.happened and e.change ->> 'kind' = 'state'
                    and e.change -> 'state' ->> 'kind' not in (select json_array_elements_text(w.states))))) as wanted
  from page p
  left join watched w on w.kind = p.kind
  left join lateral (
    select e.happened, e.change -> 'state' ->> 'kind' as state from underpin.record_events e
    where e.tenant_id = $1 and e.contract_id = $2 and e.kind = p.kind and e.tool = p.tool
      and e.record_id = p.record_id and e.change ->> 'kind' = 'state'
    order by e.happened desc, e.sequence desc, e.line desc, e.place desc limit 1) s on true
  order by p.kind, p.tool, p.record_id`;
