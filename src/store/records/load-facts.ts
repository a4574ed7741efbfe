import type { RecordKind } from "../../engine/agreement/words.ts";
import { eachOnce } from "../../engine/record/joined.ts";
import type { Change, Fact, RecordEvent } from "../../engine/record/record.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import type { Unit } from "../gate.ts";
import type { RecordKey } from "./telling.ts";

/** Which histories are read, and as they were known when. */
export interface FactsAsked {
  readonly contract: string;
  readonly kind: RecordKind;
  /** Records that began in this month (year * 12 + month - 1, UTC); absent: all. */
  readonly bucket?: number;
  /** These records alone. */
  readonly only?: readonly Omit<RecordKey, "kind">[];
  /** Events learned later are not there yet. */
  readonly learnedUntil?: Instant;
}

/** An event as it is read for histories: of one record after the other, in order. */
interface Row {
  readonly tool: string;
  readonly record_id: string;
  readonly joined: boolean;
  readonly happened: number;
  readonly learned: number;
  readonly sequence: number;
  readonly file: string;
  readonly line: number;
  readonly change: Change;
}

/** The facts that are stored, ordered by tool and number: the same, event by event, as a file of them would give. */
export async function loadFacts(unit: Unit, asked: FactsAsked): Promise<readonly Fact[]> {
  const rows = asked.only ? await someRows(unit, { ...asked, only: asked.only }) : await allRows(unit, asked);
  return factsOf(asked.kind, rows);
}

async function allRows({ session, who }: Unit, asked: FactsAsked): Promise<readonly Row[]> {
  const { contract, kind, bucket = null, learnedUntil = null } = asked;
  const { rows } = await session.query(
    `select r.tool, r.record_id, r.joined, e.happened, e.learned, e.sequence, e.file, e.line, e.change
     from underpin.records r join underpin.record_events e using (tenant_id, contract_id, kind, tool, record_id)
     where tenant_id = $1 and contract_id = $2 and kind = $3
       and ($4::integer is null or r.bucket = $4) and ($5::bigint is null or e.learned <= $5)
     order by tool, record_id, happened, sequence, line, place`,
    [who.tenant, contract, kind, bucket, learnedUntil],
  );
  return rows as unknown as readonly Row[];
}

/** One record after the other by the key of its events (`offset 0`), however many there are and whatever is known of them. */
async function someRows(
  { session, who }: Unit,
  asked: FactsAsked & { readonly only: readonly Omit<RecordKey, "kind">[] },
): Promise<readonly Row[]> {
  const { contract, kind, bucket = null, learnedUntil = null } = asked;
  const { rows } = await session.query(
    `select r.tool, r.record_id, r.joined, e.happened, e.learned, e.sequence, e.file, e.line, e.change
     from json_to_recordset($6::json) as k (tool text, id text)
     cross join lateral (
       select r.tool, r.record_id, r.joined, r.bucket from underpin.records r
       where r.tenant_id = $1 and r.contract_id = $2 and r.kind = $3 and r.tool = k.tool and r.record_id = k.id
       offset 0) r
     cross join lateral (
       select e.happened, e.learned, e.sequence, e.file, e.line, e.place, e.change from underpin.record_events e
       where e.tenant_id = $1 and e.contract_id = $2 and e.kind = $3 and e.tool = k.tool and e.record_id = k.id
       offset 0) e
     where ($4::integer is null or r.bucket = $4) and ($5::bigint is null or e.learned <= $5)
     order by r.tool, r.record_id, e.happened, e.sequence, e.line, e.place`,
    [
      ...[who.tenant, contract, kind, bucket, learnedUntil],
      JSON.stringify(asked.only.map(({ tool, id }) => ({ tool, id }))),
    ],
  );
  return rows as unknown as readonly Row[];
}

/** Histories out of rows that stand in order. */
export function factsOf(kind: RecordKind, rows: readonly Row[]): readonly Fact[] {
  const facts: Fact[] = [];
  let events: RecordEvent[] = [];
  for (const [index, row] of rows.entries()) {
    events.push(eventOf(row));
    const next = rows[index + 1];
    if (next?.record_id === row.record_id && next.tool === row.tool) continue;
    facts.push({ id: row.record_id, kind, tool: row.tool, events: row.joined ? eachOnce(events) : events });
    events = [];
  }
  return facts;
}

const eventOf = ({ happened, learned, sequence, file, line, change }: Row): RecordEvent => ({
  happened: instant(happened),
  learned: instant(learned),
  sequence,
  source: { file, row: line },
  change,
});
