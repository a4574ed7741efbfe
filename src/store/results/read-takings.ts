import type { RecordKind } from "../../engine/agreement/words.ts";
import type { FindingGroup } from "../../engine/report/finding-lines.ts";
import type { FileLine } from "../../engine/report/report.ts";
import type { Unit } from "../gate.ts";

/** What was taken in by an instant: every file with its rows, what was found in them, kinds of which a source is read. */
export interface Takings {
  readonly files: readonly FileLine[];
  readonly groups: readonly FindingGroup[];
  readonly kinds: readonly RecordKind[];
}

/** Reads the accounts of batches. Calls of one tool are one line, since there may be very many. */
export async function readTakings({ session, who }: Unit, contract: string, until: number): Promise<Takings> {
  const own = [who.tenant, contract, until];
  const among = "from underpin.batches where tenant_id = $1 and contract_id = $2 and at <= $3 and state <> 'failed'";
  const sums = ["rows", "used", "repeated", "held", "left"]
    .map((name) => `sum((account ->> '${name}')::bigint)::bigint as "${name}"`)
    .join(", ");
  const files = await session.query(
    `select source as file, ${sums} ${among} group by source, coalesce(sha256, '') order by min(at), min(batch_id::text)`,
    own,
  );
  const found = await session.query(`select findings ${among} and findings <> '[]'::jsonb order by at, batch_id`, own);
  const kinds = await session.query(
    `select distinct jsonb_array_elements_text(kinds) as kind ${among} order by 1`,
    own,
  );
  return {
    files: files.rows as unknown as readonly FileLine[],
    groups: found.rows.flatMap(({ findings }) => findings as readonly FindingGroup[]),
    kinds: kinds.rows.map(({ kind }) => kind as RecordKind),
  };
}
