import type { Unit } from "../gate.ts";
import type { Audience } from "./evaluation.ts";

/** A month of a contract at a glance: from the last report that whoever asks may see. */
export interface MonthShown {
  readonly contract: string;
  readonly period: string;
  readonly revision: number;
  readonly evaluation: string;
  /** Counts of verdicts, the answer in a sentence, and the credits. */
  readonly summary: unknown;
  readonly closed: boolean;
}

/** Months of all contracts between two months, both included, without reading a single result or report. */
export async function readOverview(
  { session, who }: Unit,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly MonthShown[]> {
  const audience: Audience = who.side === "client" ? "client" : "provider";
  const { rows } = await session.query(overviewSql, [who.tenant, audience, from, until]);
  return rows as unknown as readonly MonthShown[];
}

/** Goes down the primary key; the last revision of each month is the first that is met. */
export const overviewSql = `
  select m.contract_id as contract, m.period, m.revision, m.evaluation_id as evaluation, m.summary,
         c.period is not null as closed
  from (select distinct on (contract_id, period) tenant_id, contract_id, period, revision, evaluation_id, summary
        from underpin.reports where tenant_id = $1 and audience = $2 and period between $3 and $4
        order by contract_id desc, period desc, revision desc) m
  left join underpin.closures c on c.tenant_id = m.tenant_id and c.contract_id = m.contract_id and c.period = m.period
  order by m.contract_id, m.period`;
