import type { Unit } from "../gate.ts";

/** Long work and how far it has come. */
export interface Work {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly contract: string | null;
  readonly input: unknown;
  readonly state: "waiting" | "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly message: string;
  readonly failures: number;
  readonly output: unknown;
  readonly at: number;
  readonly endedAt: number | null;
  readonly by: string;
}

/** One work of the tenant; null where there is none to be seen. */
export async function loadWork({ db, who }: Unit, id: string): Promise<Work | null> {
  const row = await db
    .selectFrom("works")
    .select(columns)
    .where("tenant_id", "=", who.tenant)
    .where("work_id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}

/** The latest works of the tenant, or of one contract. */
export async function latestWorks(
  { db, who }: Unit,
  { contract, limit = 50 }: { readonly contract?: string; readonly limit?: number },
): Promise<readonly Work[]> {
  const all = db.selectFrom("works").select(columns).where("tenant_id", "=", who.tenant);
  const some = contract === undefined ? all : all.where("contract_id", "=", contract);
  return await some.orderBy("at", "desc").orderBy("work_id", "desc").limit(limit).execute();
}

const columns = [
  "work_id as id",
  "kind",
  "key",
  "contract_id as contract",
  "input",
  "state",
  "done",
  "total",
  "message",
  "failures",
  "output",
  "at",
  "ended_at as endedAt",
  "by_person as by",
] as const;
