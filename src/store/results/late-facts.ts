import type { Unit } from "../gate.ts";
import type { Closure } from "./closures.ts";

/** An event that happened before the end of a closed month and was learned only after its figures were made. */
export interface LateFact {
  readonly kind: string;
  readonly tool: string;
  readonly record: string;
  readonly happened: number;
  readonly learned: number;
}

type Closed = Pick<Closure, "end" | "learnedUntil">;

/** How many such events there are, of how many records. */
export async function countLateFacts(
  { session, who }: Unit,
  contract: string,
  { end, learnedUntil }: Closed,
): Promise<{ readonly events: number; readonly records: number }> {
  const { rows } = await session.query(
    `select count(*)::integer as events, count(distinct (kind, tool, record_id))::integer as records ${late}`,
    [who.tenant, contract, end, learnedUntil],
  );
  return rows[0] as unknown as { events: number; records: number };
}

/** The first of them, in the order in which they were learned: findings `after close`. */
export async function lateFacts(
  { session, who }: Unit,
  contract: string,
  { end, learnedUntil, limit }: Closed & { readonly limit: number },
): Promise<readonly LateFact[]> {
  const { rows } = await session.query(
    `select kind, tool, record_id as record, happened, learned ${late}
     order by learned, kind, tool, record_id, happened, sequence, line, place limit $5`,
    [who.tenant, contract, end, learnedUntil, limit],
  );
  return rows as unknown as readonly LateFact[];
}

/** Every event before the end is looked at, so this is asked where a month is closed, not on every page. */
const late = `
  from underpin.record_events e where e.tenant_id = $1 and e.contract_id = $2 and e.happened < $3 and e.learned > $4`;
