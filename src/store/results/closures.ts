import type { Unit } from "../gate.ts";

/** A month that was closed, and the evaluation that it keeps. */
export interface Closure {
  readonly period: string;
  readonly evaluation: string;
  readonly at: number;
  readonly by: string;
  readonly approvedBy: string;
  readonly end: number;
  readonly learnedUntil: number;
}

/** The closure of a month; null while it is open. */
export async function closureOf({ session, who }: Unit, contract: string, period: string): Promise<Closure | null> {
  const { rows } = await session.query(
    `select c.period, c.evaluation_id as evaluation, c.at, c.by_person as by, c.approved_by as "approvedBy",
            e.end_at as end, e.learned_until as "learnedUntil"
     from underpin.closures c join underpin.evaluations e on e.tenant_id = c.tenant_id
       and e.contract_id = c.contract_id and e.evaluation_id = c.evaluation_id
     where c.tenant_id = $1 and c.contract_id = $2 and c.period = $3`,
    [who.tenant, contract, period],
  );
  return (rows[0] as unknown as Closure | undefined) ?? null;
}

/** Closes a month with an evaluation. */
export async function addClosure(
  { db, who }: Unit,
  contract: string,
  closure: Omit<Closure, "end" | "learnedUntil">,
): Promise<void> {
  await db
    .insertInto("closures")
    .values({
      tenant_id: who.tenant,
      contract_id: contract,
      period: closure.period,
      evaluation_id: closure.evaluation,
      at: closure.at,
      by_person: closure.by,
      approved_by: closure.approvedBy,
    })
    .execute();
}
