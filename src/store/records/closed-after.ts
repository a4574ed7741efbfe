import type { Unit } from "../gate.ts";

/** True where a month was closed that ends after an instant, so that what happened then may be in its figures. */
export async function isClosedAfter({ session, who }: Unit, contract: string, happened: number): Promise<boolean> {
  const { rows } = await session.query(
    `select 1 from underpin.closures c join underpin.evaluations e on e.tenant_id = c.tenant_id
       and e.contract_id = c.contract_id and e.evaluation_id = c.evaluation_id
     where c.tenant_id = $1 and c.contract_id = $2 and e.end_at > $3 limit 1`,
    [who.tenant, contract, happened],
  );
  return rows.length > 0;
}
