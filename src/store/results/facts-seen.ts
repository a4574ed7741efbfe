import type { Unit } from "../gate.ts";

/**
 * A text that is another one as soon as anything was learned about a contract: events, stated facts, a version of the
 * text, what became of an agreement. Events of a batch that still runs are counted one by one.
 */
export async function factsSeen({ session, who }: Unit, contract: string): Promise<string> {
  const { rows } = await session.query(
    `select concat_ws('/',
       (select concat_ws(',', count(*), count(*) filter (where state = 'done')) from underpin.batches b
        where b.tenant_id = $1 and b.contract_id = $2),
       (select case when exists (select from underpin.batches b where b.tenant_id = $1 and b.contract_id = $2
                                 and state = 'running')
               then (select sum(events) from underpin.records r where r.tenant_id = $1 and r.contract_id = $2) end),
       (select count(*) from underpin.stated_facts s where s.tenant_id = $1 and s.contract_id = $2),
       (select count(*) from underpin.contract_texts t where t.tenant_id = $1 and t.contract_id = $2),
       (select count(*) from underpin.agreement_states a where a.tenant_id = $1 and a.contract_id = $2)) as seen`,
    [who.tenant, contract],
  );
  return (rows[0] as { seen: string }).seen;
}

/** True of what was seen while a batch was being taken in: of its events nobody knows which were there. */
export function sawRunning(seen: string): boolean {
  const [batches, done] = seen.split("/")[0]?.split(",") ?? [];
  return batches !== done;
}
