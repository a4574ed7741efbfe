import type { Unit } from "../gate.ts";

/** The reply that was given under a key. */
export interface KeptAnswer {
  readonly person: string;
  readonly key: string;
  readonly sha256: string;
  readonly status: number;
  readonly body: unknown;
  readonly at: number;
}

/** The reply that this person got under this key before. */
export const findAnswer = async ({ db, who }: Unit, key: string): Promise<KeptAnswer | null> =>
  (await db
    .selectFrom("answers")
    .select(["person_id as person", "key", "request_sha256 as sha256", "status", "body", "at"])
    .where("tenant_id", "=", who.tenant)
    .where("person_id", "=", who.person)
    .where("key", "=", key)
    .executeTakeFirst()) ?? null;

/** Keeps a reply; fails where another request with the same key was faster. */
export async function keepAnswer({ db, who }: Unit, answer: KeptAnswer): Promise<void> {
  const { person, key, sha256, status, body, at } = answer;
  await db
    .insertInto("answers")
    .values({
      tenant_id: who.tenant,
      person_id: person,
      key,
      request_sha256: sha256,
      status,
      body: JSON.stringify(body),
      at,
    })
    .execute();
}
