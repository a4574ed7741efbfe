import type { Unit } from "../gate.ts";
import type { KeptResult } from "./evaluation.ts";
import { gone } from "./gone.ts";

/** A result in one of its revisions. */
export interface ResultShown extends KeptResult {
  readonly revision: number;
  readonly evaluation: string;
}

/** The results of a month as last evaluated, or as they were said at an instant. */
export async function readMonth(
  { session, who }: Unit,
  {
    contract,
    month,
    asSaidAt,
  }: { readonly contract: string; readonly month: string; readonly asSaidAt: number | null },
): Promise<readonly ResultShown[]> {
  const { rows } = await session.query(
    `select * from (
       select distinct on (r.agreement_id, r.level_id, r.group_id, r.period) ${columns}
       from underpin.results r
       left join underpin.evaluations e on e.tenant_id = r.tenant_id and e.contract_id = r.contract_id
         and e.evaluation_id = r.evaluation_id
       where r.tenant_id = $1 and r.contract_id = $2 and r.month = $3 and ($4::bigint is null or e.at <= $4)
       order by r.agreement_id, r.level_id, r.group_id, r.period, r.revision desc) last
     where verdict <> '${gone}'`,
    [who.tenant, contract, month, asSaidAt],
  );
  return rows as unknown as readonly ResultShown[];
}

/** The course of one level: its last result of every period, with those of its groups. */
export async function readLevelHistory(
  { session, who }: Unit,
  { contract, agreement, level }: { readonly contract: string; readonly agreement: string; readonly level: string },
): Promise<readonly ResultShown[]> {
  const { rows } = await session.query(
    `select * from (
       select distinct on (r.group_id, r.period) ${columns}, (r.result ->> 'start')::bigint as start
       from underpin.results r
       where r.tenant_id = $1 and r.contract_id = $2 and r.agreement_id = $3 and r.level_id = $4
       order by r.group_id, r.period, r.revision desc) last
     where verdict <> '${gone}' order by "group", start`,
    [who.tenant, contract, agreement, level],
  );
  return rows as unknown as readonly ResultShown[];
}

const columns = `r.agreement_id as agreement, r.level_id as level, r.group_id as group, r.period, r.revision,
  r.evaluation_id as evaluation, r.verdict, r.figure, r.result`;
