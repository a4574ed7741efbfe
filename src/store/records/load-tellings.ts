import type { RecordEvent } from "../../engine/record/record.ts";
import type { Unit } from "../gate.ts";
import { keyOf, type RecordKey, type Telling } from "./telling.ts";

/** Every stored event of some records, by `keyOf`, each in the order of its history. */
export async function loadTellings(
  { session, who }: Unit,
  contract: string,
  records: readonly RecordKey[],
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  if (records.length === 0) return new Map();
  const keys = records.map(({ kind, tool, id }) => ({ kind, tool, id }));
  const { rows } = await session.query(
    `select ${columns}
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     cross join lateral (select * from ${own} offset 0) e
     order by e.kind, e.tool, e.record_id, happened, sequence, line, place`,
    [who.tenant, contract, JSON.stringify(keys)],
  );
  return byRecord(rows);
}

/** Stored events that may be those a call brings: of the same number, told by a call, or of the same instant. */
export async function loadSameAs(
  { session, who }: Unit,
  contract: string,
  records: readonly { readonly key: RecordKey; readonly events: readonly RecordEvent[] }[],
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  if (records.length === 0) return new Map();
  const told = records.flatMap(({ key: { kind, tool, id }, events }) =>
    events.map(({ sequence, happened }) => ({ kind, tool, id, s: sequence, h: happened })),
  );
  const { rows } = await session.query(
    `with k as (select * from json_to_recordset($3::json) as k (kind text, tool text, id text, s bigint, h bigint))
     select ${columns} from k cross join lateral (
       select * from ${own} and e.sequence = k.s and e.file = '' offset 0) e
     union
     select ${columns} from k cross join lateral (select * from ${own} and e.happened = k.h offset 0) e
     order by 1, 2, 3, happened, sequence, line, place`,
    [who.tenant, contract, JSON.stringify(told)],
  );
  return byRecord(rows);
}

/** The events of one record, by their key: `offset 0` has each record looked up, whatever is known of their number. */
const own = `underpin.record_events e where e.tenant_id = $1 and e.contract_id = $2
  and e.kind = k.kind and e.tool = k.tool and e.record_id = k.id`;

const columns = "e.kind, e.tool, e.record_id as id, happened, sequence, place, learned, change, file, line, batch_id";

const byRecord = (rows: readonly unknown[]): ReadonlyMap<string, readonly Telling[]> =>
  Map.groupBy(rows.map(read), ({ key }) => key);

type Row = Omit<Telling, "source" | "batch"> & { file: string; line: number; batch_id: string } & RecordKey;

function read(row: unknown): Telling & { readonly key: string } {
  const { kind, tool, id, happened, sequence, place, learned, change, file, line, batch_id } = row as Row;
  const source = { file, row: line };
  return { key: keyOf({ kind, tool, id }), happened, learned, sequence, source, change, place, batch: batch_id };
}

/** An event as a history has it. */
export const withoutPlace = ({ happened, learned, sequence, source, change }: Telling): RecordEvent => ({
  happened,
  learned,
  sequence,
  source,
  change,
});
