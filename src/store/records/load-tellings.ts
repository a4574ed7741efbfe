import type { Change } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
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
    `select e.kind, e.tool, e.record_id as id, happened, sequence, place, learned, change, file, line, batch_id
     from json_to_recordset($3::json) as k (kind text, tool text, id text)
     join underpin.record_events e on e.tenant_id = $1 and e.contract_id = $2
       and e.kind = k.kind and e.tool = k.tool and e.record_id = k.id
     order by e.kind, e.tool, e.record_id, happened, sequence, line, place`,
    [who.tenant, contract, JSON.stringify(keys)],
  );
  return Map.groupBy(rows.map(read), ({ key }) => key) as ReadonlyMap<string, readonly Telling[]>;
}

type Row = Omit<Telling, "source" | "batch"> & { file: string; line: number; batch_id: string } & RecordKey;

function read(row: unknown): Telling & { readonly key: string } {
  const { kind, tool, id, happened, sequence, place, learned, change, file, line, batch_id } = row as Row;
  const source = { file, row: line };
  return { key: keyOf({ kind, tool, id }), happened, learned, sequence, source, change, place, batch: batch_id };
}

/** An event as a history has it. */
export const withoutPlace = ({ happened, learned, sequence, source, change }: Telling) => ({
  happened: happened as Instant,
  learned: learned as Instant,
  sequence,
  source,
  change: change as Change,
});
