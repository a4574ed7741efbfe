import type { Unit } from "../gate.ts";
import type { RecordKey, Telling } from "./telling.ts";

/** Events to be added to one record. */
export interface Addition {
  readonly key: RecordKey;
  readonly add: readonly Telling[];
}

/** Events that one statement inserts. */
const chunk = 5000;

/** Makes the partitions of the years in which something happened. Called before the unit reads or locks any record. */
export async function ensureYears({ session }: Unit, events: Iterable<{ readonly happened: number }>): Promise<void> {
  const years = new Set<number>();
  for (const { happened } of events) years.add(yearOf(happened));
  const sorted = [...years].sort((a, b) => a - b);
  await session.query("select underpin.ensure_year(y) from unnest($1::integer[]) as y", [sorted]);
}

const yearOf = (seconds: number): number => new Date(seconds * 1000).getUTCFullYear();

/** Adds events that were settled, all of one batch. */
export async function addTellings(
  unit: Unit,
  to: { readonly contract: string; readonly batch: string },
  additions: readonly Addition[],
): Promise<void> {
  const rows = additions.flatMap(({ key, add }) => add.map((event) => rowOf(key, event)));
  for (let from = 0; from < rows.length; from += chunk) {
    await insert(unit, to, rows.slice(from, from + chunk));
  }
}

/** Short names, since they are written for each event. */
const rowOf = ({ kind, tool, id }: RecordKey, event: Telling) => ({
  k: kind,
  t: tool,
  r: id,
  h: event.happened,
  s: event.sequence,
  p: event.place,
  l: event.learned,
  c: event.change,
  f: event.source.file,
  n: event.source.row,
});

async function insert(
  { session, who }: Unit,
  { contract, batch }: { readonly contract: string; readonly batch: string },
  rows: readonly ReturnType<typeof rowOf>[],
): Promise<void> {
  await session.query(
    `insert into underpin.record_events
       (tenant_id, contract_id, kind, tool, record_id, happened, sequence, place, learned, change, file, line, batch_id)
     select $1, $2, k, t, r, h, s, p, l, c, f, n, $3
     from json_to_recordset($4::json)
       as e (k text, t text, r text, h bigint, s bigint, p integer, l bigint, c jsonb, f text, n integer)`,
    [who.tenant, contract, batch, JSON.stringify(rows)],
  );
}
