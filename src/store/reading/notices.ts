import type { Unit } from "../gate.ts";
import { downwards, type Page } from "./keyset.ts";

/** What a person was told, the newest first; only those not read yet where that is asked. */
export function readNotices({ db, who }: Unit, unread: "unread" | "all", page: Page) {
  return db
    .selectFrom("notices")
    .select(["notice_id as notice", "topic", "contract_id as contract", "body", "at", "read_at"])
    .where("tenant_id", "=", who.tenant)
    .where("person_id", "=", who.person)
    .$if(unread === "unread", (query) => query.where("read_at", "is", null))
    .where(downwards(["at", "notice_id"], page))
    .orderBy("at", "desc")
    .orderBy("notice_id", "desc")
    .limit(page.limit)
    .execute();
}

/** Keeps when a person read a notice, and gives it; null where the person has no such notice. */
export async function readNotice({ db, who }: Unit, notice: string, at: number): Promise<number | null> {
  const own = db
    .updateTable("notices")
    .set(({ fn, val }) => ({ read_at: fn.coalesce("read_at", val(at)) }))
    .where("tenant_id", "=", who.tenant)
    .where("person_id", "=", who.person)
    .where("notice_id", "=", notice);
  return (await own.returning("read_at").executeTakeFirst())?.read_at ?? null;
}
