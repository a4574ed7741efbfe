import type { ContractDocument } from "../../engine/agreement/document/document.ts";
import { writeDay } from "../../engine/time/civil.ts";
import type { Unit } from "../gate.ts";

/** A contract's row: parties, zone, currency and term, days as `2026-10-01`. */
export interface Contract {
  readonly contract: string;
  readonly title: string;
  readonly client: string;
  readonly provider: string;
  readonly zone: string;
  readonly currency: string;
  readonly from: string;
  readonly until: string;
  readonly state: ContractState;
  readonly created: number;
}

export type ContractState = "draft" | "in force" | "ended";

/** Adds the row of a contract, as a draft. */
export async function addContract({ db, who }: Unit, document: ContractDocument, at: number): Promise<void> {
  const { id, title, client, supplier, time_zone, currency, from, until } = document.contract;
  await db
    .insertInto("contracts")
    .values({
      tenant_id: who.tenant,
      contract_id: id,
      title,
      client_party: client,
      provider_party: supplier,
      zone: time_zone,
      currency,
      from_day: writeDay(from),
      until_day: writeDay(until),
      state: "draft",
      created: at,
    })
    .execute();
}

/** The contracts that may be seen, in the order of their ids. */
export const loadContracts = (unit: Unit): Promise<readonly Contract[]> => contracts(unit).execute();

/** One contract; null where there is none to be seen. */
export const loadContract = async (unit: Unit, contract: string): Promise<Contract | null> =>
  (await contracts(unit).where("contract_id", "=", contract).executeTakeFirst()) ?? null;

/** Holds the contract's row until the unit of work ends, so that numbers under it are given out one by one. */
export async function lockContract({ session, who }: Unit, contract: string): Promise<void> {
  await session.query("select 1 from underpin.contracts where tenant_id = $1 and contract_id = $2 for update", [
    who.tenant,
    contract,
  ]);
}

/** Saves what became of a contract. */
export async function setContractState({ db, who }: Unit, contract: string, state: ContractState): Promise<void> {
  await db
    .updateTable("contracts")
    .set({ state })
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .execute();
}

const contracts = ({ db, who }: Unit) =>
  db
    .selectFrom("contracts")
    .select([
      "contract_id as contract",
      "title",
      "client_party as client",
      "provider_party as provider",
      "zone",
      "currency",
      "from_day as from",
      "until_day as until",
      "state",
      "created",
    ])
    .where("tenant_id", "=", who.tenant)
    .orderBy("contract_id");
