import type { Unit } from "../gate.ts";

/** The months of a contract that were evaluated, are not closed, and end after an instant, the oldest first. */
export async function openMonthsAfter(
  { session, who }: Unit,
  contract: string,
  after: number,
): Promise<readonly string[]> {
  const { rows } = await session.query(
    `select distinct e.period from underpin.evaluations e
     where e.tenant_id = $1 and e.contract_id = $2 and e.end_at > $3 and not exists (
       select from underpin.closures c
       where c.tenant_id = $1 and c.contract_id = $2 and c.period = e.period)
     order by e.period`,
    [who.tenant, contract, after],
  );
  return rows.map(({ period }) => String(period));
}
