import type { Unit } from "../gate.ts";
import { downwards, type Page, upwards } from "./keyset.ts";

const ofUndertaking = [
  "undertaking_id as undertaking",
  "activity",
  "contract_id as contract",
  "subject",
  "state",
  "started_by",
  "started_party",
  "started_at",
  "wakes_at",
  "ended_at",
] as const;

/** What people started, the newest first. */
export function readUndertakings({ db, who }: Unit, { state, contract, activity }: UndertakingFilter, page: Page) {
  return db
    .selectFrom("undertakings")
    .select(ofUndertaking)
    .where("tenant_id", "=", who.tenant)
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "done"))
    .$if(contract !== undefined, (query) => query.where("contract_id", "=", contract ?? ""))
    .$if(activity !== undefined, (query) => query.where("activity", "=", activity ?? ""))
    .where(downwards(["started_at", "undertaking_id"], page))
    .orderBy("started_at", "desc")
    .orderBy("undertaking_id", "desc")
    .limit(page.limit)
    .execute();
}

interface UndertakingFilter {
  readonly state?: "prepared" | "consulting" | "awaiting approval" | "done" | "rejected" | "withdrawn" | undefined;
  readonly contract?: string | undefined;
  readonly activity?: string | undefined;
}

/** One of them with what was asked, answered and decided; null where there is none to be seen. */
export async function readUndertaking({ db, who }: Unit, undertaking: string) {
  const found = await db
    .selectFrom("undertakings")
    .select([...ofUndertaking, "input", "output"])
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", undertaking)
    .executeTakeFirst();
  if (!found) return null;
  const consultations = await db
    .selectFrom("consultations")
    .select(["person_id as person", "role", "asked_at", "until_at", "answer", "answered_at"])
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", undertaking)
    .orderBy("person_id")
    .orderBy("role")
    .execute();
  const approvals = await db
    .selectFrom("approvals")
    .select(["person_id as person", "party_id as party", "role", "decision", "note", "at"])
    .where("tenant_id", "=", who.tenant)
    .where("undertaking_id", "=", undertaking)
    .orderBy("at")
    .orderBy("person_id")
    .execute();
  return { ...found, consultations, approvals };
}

/** The audit log in the order in which it was written. */
export const readAudit = ({ db, who }: Unit, { contract, activity, person }: AuditFilter, page: Page) =>
  db
    .selectFrom("audit")
    .select(["number", "at", "person_id as person", "activity", "contract_id as contract", "subject", "facts"])
    .select(["hash_before", "hash"])
    .where("tenant_id", "=", who.tenant)
    .$if(contract !== undefined, (query) => query.where("contract_id", "=", contract ?? ""))
    .$if(activity !== undefined, (query) => query.where("activity", "=", activity ?? ""))
    .$if(person !== undefined, (query) => query.where("person_id", "=", person ?? ""))
    .where(upwards(["number"], page))
    .orderBy("number")
    .limit(page.limit)
    .execute();

interface AuditFilter {
  readonly contract?: string | undefined;
  readonly activity?: string | undefined;
  readonly person?: string | undefined;
}

/** Long works, the newest first. */
export const readWorks = ({ db, who }: Unit, { contract, state }: WorkFilter, page: Page) =>
  works(db)
    .where("tenant_id", "=", who.tenant)
    .$if(contract !== undefined, (query) => query.where("contract_id", "=", contract ?? ""))
    .$if(state !== undefined, (query) => query.where("state", "=", state ?? "done"))
    .where(downwards(["at", "work_id"], page))
    .orderBy("at", "desc")
    .orderBy("work_id", "desc")
    .limit(page.limit)
    .execute();

interface WorkFilter {
  readonly contract?: string | undefined;
  readonly state?: "waiting" | "running" | "done" | "failed" | undefined;
}

/** One work with how far it has come; null where there is none to be seen. */
export const readWork = async ({ db, who }: Unit, work: string) =>
  (await works(db).where("tenant_id", "=", who.tenant).where("work_id", "=", work).executeTakeFirst()) ?? null;

const works = (db: Unit["db"]) =>
  db
    .selectFrom("works")
    .select(["work_id as work", "kind", "contract_id as contract", "state", "done", "total", "message", "output"])
    .select(["at", "ended_at", "by_person as by"]);
