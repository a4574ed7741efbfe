import { termsMayChange } from "../clocks/clock-terms.ts";
import type { Unit } from "../gate.ts";

/** An agreement's row. */
export interface Agreement {
  readonly agreement: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly title: string;
  readonly provider: string;
  readonly customer: string;
}

/** What became of an agreement: a row of its history. `effective`: the first day it holds, or of an end the last. */
export interface AgreementState {
  readonly agreement: string;
  readonly number: number;
  readonly text_version: number;
  readonly state: "draft" | "agreed" | "signed" | "ended";
  /** Of the agreement's part of the text. */
  readonly sha256: string;
  readonly effective: string | null;
  readonly at: number;
  readonly by: string;
}

/** Adds agreements, or gives those that are there their title and parties of now. */
export async function saveAgreements(
  { db, who }: Unit,
  contract: string,
  agreements: readonly Agreement[],
): Promise<void> {
  if (agreements.length === 0) return;
  await db
    .insertInto("agreements")
    .values(
      agreements.map(({ agreement, kind, title, provider, customer }) => ({
        tenant_id: who.tenant,
        contract_id: contract,
        agreement_id: agreement,
        kind,
        title,
        provider_party: provider,
        customer_party: customer,
      })),
    )
    .onConflict((on) =>
      on.columns(["tenant_id", "contract_id", "agreement_id"]).doUpdateSet((now) => ({
        title: now.ref("excluded.title"),
        provider_party: now.ref("excluded.provider_party"),
        customer_party: now.ref("excluded.customer_party"),
      })),
    )
    .execute();
}

/** Adds rows to the histories of agreements, each under the next number of its agreement. */
export async function addStates(
  unit: Unit,
  contract: string,
  states: readonly Omit<AgreementState, "number">[],
): Promise<void> {
  const { session, who } = unit;
  for (const one of states) {
    await session.query(
      `insert into underpin.agreement_states
         (tenant_id, contract_id, agreement_id, number, text_version, state, sha256, effective, at, by_person)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9 from underpin.agreement_states
       where tenant_id = $1 and contract_id = $2 and agreement_id = $3`,
      [who.tenant, contract, one.agreement, one.text_version, one.state, one.sha256, one.effective, one.at, one.by],
    );
  }
  if (states.length > 0) await termsMayChange(unit, contract, Math.min(...states.map(({ at }) => at)));
}

/** The agreements of a contract that may be seen, in the order of their ids. */
export const loadAgreements = ({ db, who }: Unit, contract: string): Promise<readonly Agreement[]> =>
  db
    .selectFrom("agreements")
    .select(["agreement_id as agreement", "kind", "title", "provider_party as provider", "customer_party as customer"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .orderBy("agreement_id")
    .execute();

/** The histories of a contract's agreements, the first row of each first. */
export const loadStates = ({ db, who }: Unit, contract: string): Promise<readonly AgreementState[]> =>
  db
    .selectFrom("agreement_states")
    .select(["agreement_id as agreement", "number", "text_version", "state", "sha256", "effective", "at"])
    .select("by_person as by")
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .orderBy("agreement_id")
    .orderBy("number")
    .execute();
