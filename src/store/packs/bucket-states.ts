import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Unit } from "../gate.ts";

/** The records of one kind whose first event lies in one month, as their rows say. */
export interface BucketState {
  readonly kind: RecordKind;
  readonly bucket: number;
  readonly records: number;
  readonly events: number;
  /** The same for the same rows, in whatever order they were written. */
  readonly rowsHash: string;
}

/** Changes with the layout of packs, so that those of an older one are made anew. */
const layout = 1;

/** The hash of a record's row: its name, how many events it has, and whether several files tell of it. */
export const rowHash = "hashtextextended(concat_ws(chr(31), r.tool, r.record_id, r.events, r.joined), 0)";

/** The hash of several rows is the sum of theirs. */
export const hashOfRows = (sum: bigint): string => `${layout}:${sum}`;

/** What there is of a contract, month by month and kind by kind, in one look over the rows of its records. */
export async function bucketStates({ session, who }: Unit, contract: string): Promise<readonly BucketState[]> {
  const { rows } = await session.query(
    `select kind, bucket, count(*)::integer as records, sum(r.events)::bigint as events, sum(${rowHash})::text as hash
     from underpin.records r where tenant_id = $1 and contract_id = $2
     group by kind, bucket order by kind, bucket`,
    [who.tenant, contract],
  );
  return (rows as unknown as readonly (Omit<BucketState, "rowsHash"> & { hash: string })[]).map(
    ({ kind, bucket, records, events, hash }) => ({
      kind,
      bucket,
      records,
      events,
      rowsHash: hashOfRows(BigInt(hash)),
    }),
  );
}
