import type { Unit } from "../gate.ts";
import { downwards, type Page, upwards } from "./keyset.ts";

/** The contracts that may be seen, in the order of their ids. */
export const readContracts = ({ db, who }: Unit, { state }: ContractFilter, page: Page) =>
  db
    .selectFrom("contracts")
    .select(["contract_id as contract", "title", "client_party as client", "provider_party as provider"])
    .select(["zone", "currency", "from_day as from", "until_day as until", "state", "created"])
    .where("tenant_id", "=", who.tenant)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "draft"))
    .where(upwards(["contract_id"], page))
    .orderBy("contract_id")
    .limit(page.limit)
    .execute();

interface ContractFilter {
  readonly state?: "draft" | "in force" | "ended" | undefined;
}

/** True where something of the contract may be seen: the contract itself, or an agreement under it. */
export async function isSeen({ db, who }: Unit, contract: string): Promise<boolean> {
  const own = db.selectFrom("contracts").select("contract_id").where("tenant_id", "=", who.tenant);
  const under = db.selectFrom("agreements").select("contract_id").where("tenant_id", "=", who.tenant);
  const either = own.where("contract_id", "=", contract).unionAll(under.where("contract_id", "=", contract));
  return (await either.limit(1).executeTakeFirst()) !== undefined;
}

/** The versions of a contract's text, the newest first, without the text. */
export const readTexts = ({ db, who }: Unit, contract: string, page: Page) =>
  db
    .selectFrom("contract_texts")
    .select(["version", "sha256", "note", "at", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where(downwards(["version"], page))
    .orderBy("version", "desc")
    .limit(page.limit)
    .execute();

/** What people stated about a contract, every revision of it; an entry of null takes it back. */
export const readStated = ({ db, who }: Unit, { contract, list }: StatedFilter, page: Page) =>
  db
    .selectFrom("stated_facts")
    .select(["stated_id as stated", "revision", "list", "entry", "learned", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(list !== undefined, (query) => query.where("list", "=", list ?? "relief"))
    .where(upwards(["stated_id", "revision"], page))
    .orderBy("stated_id")
    .orderBy("revision")
    .limit(page.limit)
    .execute();

interface StatedFilter {
  readonly contract: string;
  readonly list?: "relief" | "entered" | "disputes" | "credit_entries" | undefined;
}
