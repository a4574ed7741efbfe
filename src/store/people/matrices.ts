import type { Unit } from "../gate.ts";

/** A version of the tenant's RASCI matrix: its changes to the default, as JSON. */
export interface MatrixVersion {
  readonly version: number;
  readonly document: unknown;
  readonly at: number;
  readonly by: string;
}

/** The latest version; null where the tenant has the default. */
export async function latestMatrix({ db, who }: Unit): Promise<MatrixVersion | null> {
  const found = await db
    .selectFrom("matrices")
    .select(["version", "document", "at", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** Adds a version. */
export async function addMatrix({ db, who }: Unit, { version, document, at, by }: MatrixVersion): Promise<void> {
  await db
    .insertInto("matrices")
    .values({ tenant_id: who.tenant, version, document: JSON.stringify(document), at, by_person: by })
    .execute();
}
