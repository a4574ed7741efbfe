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
  const rowsOf = async (sql: string) => (await session.query(sql, [who.tenant, contract, until])).rows;
  const files = await rowsOf(`select source as file, account ${among} and sha256 is not null order by at, batch_id`);
  const calls = await rowsOf(
    `select source as file, ${sums} ${among} and sha256 is null group by source order by source`,
  );
  const found = await rowsOf(`select findings ${among} and findings <> '[]'::jsonb order by at, batch_id`);
  const kinds = await rowsOf(`select distinct jsonb_array_elements_text(kinds) as kind ${among} order by 1`);
  return {
    files: [
      ...files.map(({ file, account }) => ({ file, ...(account as object) }) as FileLine),
      ...(calls as unknown as readonly FileLine[]).filter(({ rows }) => rows > 0),
    ],
    groups: found.flatMap(({ findings }) => findings as readonly FindingGroup[]),
    kinds: kinds.map(({ kind }) => kind as RecordKind),
  };
}

const among = "from underpin.batches where tenant_id = $1 and contract_id = $2 and at <= $3 and state <> 'failed'";

const sums = ["rows", "used", "repeated", "held", "left"]
  .map((name) => `sum((account ->> '${name}')::bigint)::bigint as "${name}"`)
  .join(", ");
