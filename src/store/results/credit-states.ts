import type { Unit } from "../gate.ts";

export type CreditState = "proposed" | "approved" | "rejected" | "disputed" | "settled";

/** The last statement of a plan for a month, and what became of it. */
export interface CreditNow {
  readonly agreement: string;
  readonly plan: string;
  readonly period: string;
  readonly revision: number;
  readonly amount: string;
  readonly currency: string;
  /** Null where nothing became of any of its revisions yet. */
  readonly state: CreditState | null;
  /** The revision that the state is of. */
  readonly stateRevision: number | null;
}

/** The statements of a month that may be seen, one a plan, in the order of the plans. */
export async function creditsNow(
  { session, who }: Unit,
  contract: string,
  period: string,
): Promise<readonly CreditNow[]> {
  const { rows } = await session.query(
    `select distinct on (c.plan_id) c.agreement_id as agreement, c.plan_id as plan, c.period, c.revision, c.amount,
            c.currency, s.state, s.revision as "stateRevision"
     from underpin.credits c left join underpin.credit_states s
       on s.tenant_id = c.tenant_id and s.contract_id = c.contract_id and s.plan_id = c.plan_id and s.period = c.period
     where c.tenant_id = $1 and c.contract_id = $2 and c.period = $3
     order by c.plan_id, c.revision desc, s.number desc nulls last`,
    [who.tenant, contract, period],
  );
  return rows as unknown as readonly CreditNow[];
}

/** Says what became of a statement. */
export async function addCreditState(
  { session, who }: Unit,
  contract: string,
  state: Pick<CreditNow, "agreement" | "plan" | "period" | "revision"> & {
    readonly state: CreditState;
    readonly at: number;
    readonly by: string;
  },
): Promise<void> {
  await session.query(
    `insert into underpin.credit_states
       (tenant_id, contract_id, agreement_id, plan_id, period, number, revision, state, at, by_person)
     select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, $6, $7, $8, $9 from underpin.credit_states
     where tenant_id = $1 and contract_id = $2 and plan_id = $4 and period = $5`,
    [
      ...[who.tenant, contract, state.agreement, state.plan, state.period],
      ...[state.revision, state.state, state.at, state.by],
    ],
  );
}
