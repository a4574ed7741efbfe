import type { Unit } from "../gate.ts";
import { downwards, type Page } from "../reading/keyset.ts";
import type { Batch } from "./batch.ts";

/** One batch; null where there is none to be seen. */
export async function loadBatch(unit: Unit, contract: string, batch: string): Promise<Batch | null> {
  return (await batches(unit, contract).where("batch_id", "=", batch).executeTakeFirst()) ?? null;
}

/** Files and calls that were taken in, the newest first. A page's key: at, batch. */
export const readBatches = (unit: Unit, contract: string, page: Page): Promise<readonly Batch[]> =>
  batches(unit, contract)
    .where(downwards(["at", "batch_id"], page))
    .orderBy("at", "desc")
    .orderBy("batch_id", "desc")
    .limit(page.limit)
    .execute();

const batches = ({ db, who }: Unit, contract: string) =>
  db
    .selectFrom("batches")
    .select(["contract_id as contract", "batch_id as batch", "source", "mapping_id as mapping", "sha256"])
    .select(["state", "at", "by_person as by"])
    .select((row) => [
      row.ref("account").$castTo<Batch["account"]>().as("account"),
      row.ref("findings").$castTo<Batch["findings"]>().as("findings"),
      row.ref("kinds").$castTo<Batch["kinds"]>().as("kinds"),
    ])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract);
