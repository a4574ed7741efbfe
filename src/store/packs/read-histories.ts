import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Change, RecordEvent } from "../../engine/record/record.ts";
import type { Instant } from "../../engine/time/instant.ts";
import type { Unit } from "../gate.ts";
import { hashOfRows, rowHash } from "./bucket-states.ts";
import type { History } from "./history.ts";

/** Short units of work in which something is read, one after the other. */
export type Reading = <T>(work: (unit: Unit) => Promise<T>) => Promise<T>;

/** Which month of which kind of record of a contract. */
export interface Bucket {
  readonly contract: string;
  readonly kind: RecordKind;
  readonly bucket: number;
}

/** Records read in one unit of work, so that nobody waits long for it. */
const atOnce = 2000;

/** The histories of a bucket from its events, in order of tool and id, and the hash of the rows they were read with. */
export async function readHistories(
  read: Reading,
  bucket: Bucket,
): Promise<{ readonly histories: readonly History[]; readonly rowsHash: string }> {
  const all: Row[] = [];
  let page: readonly Row[];
  do {
    page = await read((unit) => pageOf(unit, bucket, all.at(-1) ?? null));
    all.push(...page);
  } while (page.length === atOnce);
  const sum = all.reduce((total, { hash }) => total + BigInt(hash), 0n);
  const histories = all.map((row) => historyOf(bucket.kind, row)).sort(byName);
  return { histories, rowsHash: hashOfRows(sum) };
}

type EventRow = readonly [Instant, Instant, number, number, string, Change];

interface Row {
  readonly tool: string;
  readonly id: string;
  readonly joined: boolean;
  readonly told: number;
  readonly hash: string;
  readonly events: readonly EventRow[] | null;
}

async function pageOf({ session, who }: Unit, bucket: Bucket, after: Row | null): Promise<readonly Row[]> {
  const { rows } = await session.query(
    `select r.tool, r.record_id as id, r.joined, r.events as told, ${rowHash}::text as hash,
            (select json_agg(json_build_array(happened, learned, sequence, line, file, change)
                             order by happened, sequence, line, place)
             from underpin.record_events e
             where e.tenant_id = $1 and e.contract_id = $2 and e.kind = $3 and e.tool = r.tool
               and e.record_id = r.record_id and e.happened between r.first_at and r.last_at) as events
     from underpin.records r
     where r.tenant_id = $1 and r.contract_id = $2 and r.kind = $3 and r.bucket = $4
       and ($5::text is null or (r.tool, r.record_id) > ($5, $6))
     order by r.tool, r.record_id limit ${atOnce}`,
    [who.tenant, bucket.contract, bucket.kind, bucket.bucket, after?.tool ?? null, after?.id ?? null],
  );
  return rows as unknown as readonly Row[];
}

function historyOf(kind: RecordKind, { tool, id, joined, told, events }: Row): History {
  const all = (events ?? []).map(eventOf);
  if (all.length !== told)
    throw new Error(`${kind} ${id} of ${tool} has ${all.length} events and its row says ${told}`);
  return { id, kind, tool, joined, events: all };
}

const eventOf = ([happened, learned, sequence, row, file, change]: EventRow): RecordEvent => ({
  happened,
  learned,
  sequence,
  source: { file, row },
  change,
});

/** By the code of their letters, which no setting of a database changes. */
const byName = (a: History, b: History): number => order(a.tool, b.tool) || order(a.id, b.id);
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
