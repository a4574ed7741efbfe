import { canonical } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import type { KeptCredit } from "./evaluation.ts";
import type { Evaluation } from "./save-evaluation.ts";

/** Adds a revision of each statement that is new or not what it was. */
export async function saveCredits(
  { session, who }: Unit,
  { id, contract, month }: Pick<Evaluation, "id" | "contract" | "month">,
  credits: readonly KeptCredit[],
): Promise<number> {
  const { rows: last } = await session.query(
    `select distinct on (plan_id) plan_id as plan, revision, statement from underpin.credits
     where tenant_id = $1 and contract_id = $2 and plan_id = any ($3) and period = $4 order by plan_id, revision desc`,
    [who.tenant, contract, credits.map(({ plan }) => plan), month],
  );
  const rows = credits.flatMap((one) => {
    const before = last.find(({ plan }) => plan === one.plan) as { revision: number; statement: unknown } | undefined;
    if (before !== undefined && canonical(before.statement) === canonical(one.statement)) return [];
    return [{ ...one, revision: (before?.revision ?? 0) + 1 }];
  });
  await session.query(
    `insert into underpin.credits (tenant_id, contract_id, agreement_id, plan_id, period, revision, evaluation_id,
                                   amount, currency, statement)
     select $1, $2, agreement, plan, $3, revision, $4, amount, currency, statement
     from json_to_recordset($5::json)
       as (agreement text, plan text, revision integer, amount text, currency text, statement jsonb)`,
    [who.tenant, contract, month, id, JSON.stringify(rows)],
  );
  return rows.length;
}
