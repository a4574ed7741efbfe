import type { Unit } from "../gate.ts";
import { downwards, type Page, upwards } from "./keyset.ts";

/** The records of a contract, in the order of their kinds, tools and ids. */
export const readRecords = ({ db, who }: Unit, { contract, kind, tool }: RecordFilter, page: Page) =>
  db
    .selectFrom("records")
    .select(["kind", "tool", "record_id as record", "first_at as first", "last_at as last", "events"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .$if(kind !== undefined, (query) => query.where("kind", "=", kind ?? ""))
    .$if(tool !== undefined, (query) => query.where("tool", "=", tool ?? ""))
    .where(upwards(["kind", "tool", "record_id"], page))
    .orderBy("kind")
    .orderBy("tool")
    .orderBy("record_id")
    .limit(page.limit)
    .execute();

interface RecordFilter {
  readonly contract: string;
  readonly kind?: string | undefined;
  readonly tool?: string | undefined;
}

/** What was said about one record, in the order in which it happened. */
export const readEvents = ({ db, who }: Unit, of: RecordName, page: Page) =>
  db
    .selectFrom("record_events")
    .select(["happened", "sequence", "place", "learned", "change", "file", "line", "batch_id as batch"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", of.contract)
    .where("kind", "=", of.kind)
    .where("tool", "=", of.tool)
    .where("record_id", "=", of.record)
    .where(upwards(["happened", "sequence", "place"], page))
    .orderBy("happened")
    .orderBy("sequence")
    .orderBy("place")
    .limit(page.limit)
    .execute();

interface RecordName {
  readonly contract: string;
  readonly kind: string;
  readonly tool: string;
  readonly record: string;
}

/** What was taken in for a contract, the newest first. */
export const readBatches = ({ db, who }: Unit, contract: string, page: Page) =>
  batches(db)
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where(downwards(["at", "batch_id"], page))
    .orderBy("at", "desc")
    .orderBy("batch_id", "desc")
    .limit(page.limit)
    .execute();

/** One taking in with its findings; null where there is none to be seen. */
export const readBatch = async ({ db, who }: Unit, { contract, batch }: { contract: string; batch: string }) =>
  (await batches(db)
    .select("findings")
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where("batch_id", "=", batch)
    .executeTakeFirst()) ?? null;

const batches = (db: Unit["db"]) =>
  db
    .selectFrom("batches")
    .select(["batch_id as batch", "source", "mapping_id as mapping", "sha256", "account", "kinds", "state", "at"])
    .select("by_person as by");
