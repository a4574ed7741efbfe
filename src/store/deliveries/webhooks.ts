import { randomBytes } from "node:crypto";
import type { Topic } from "../add-happening.ts";
import type { Unit } from "../gate.ts";
import { newId } from "../new-id.ts";
import { wakeUp } from "../wake-up.ts";

/** Where happenings of some topics are sent. Its secret is told once, when it is made. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly topics: readonly Topic[];
  readonly isActive: boolean;
  readonly created: number;
  readonly by: string;
}

/** Adds a webhook, and gives the secret by which its receiver knows who sends. */
export async function addWebhook(
  { db, who }: Unit,
  made: Pick<Webhook, "url" | "topics" | "by"> & { readonly at: number },
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = newId();
  const secret = newSecret();
  await db
    .insertInto("webhooks")
    .values({
      tenant_id: who.tenant,
      webhook_id: id,
      url: made.url,
      secret,
      topics: JSON.stringify(made.topics),
      is_active: true,
      created: made.at,
      by_person: made.by,
    })
    .execute();
  return { id, secret };
}

/** Gives a webhook another secret, with which everything is signed from now on; null where there is no such webhook. */
export async function rotateSecret({ db, who }: Unit, id: string): Promise<string | null> {
  const secret = newSecret();
  const { numUpdatedRows } = await db
    .updateTable("webhooks")
    .set({ secret })
    .where("tenant_id", "=", who.tenant)
    .where("webhook_id", "=", id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n ? secret : null;
}

/** The webhooks of the tenant, without their secrets. */
export async function webhooks({ db, who }: Unit): Promise<readonly Webhook[]> {
  const rows = await db
    .selectFrom("webhooks")
    .select(["webhook_id as id", "url", "topics", "is_active as isActive", "created", "by_person as by"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("created")
    .orderBy("webhook_id")
    .execute();
  return rows.map((row) => ({ ...row, topics: row.topics as readonly Topic[] }));
}

/** What may be changed of a webhook. One that is not active is sent nothing; what waited is sent when it is again. */
export async function changeWebhook(
  unit: Unit,
  { id, url, topics, isActive, now }: Partial<Webhook> & { readonly id: string; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await unit.db
    .updateTable("webhooks")
    .set({
      rests_until: 0,
      ...(url === undefined ? {} : { url }),
      ...(topics === undefined ? {} : { topics: JSON.stringify(topics) }),
      ...(isActive === undefined ? {} : { is_active: isActive }),
    })
    .where("tenant_id", "=", unit.who.tenant)
    .where("webhook_id", "=", id)
    .executeTakeFirstOrThrow();
  await wakeUp(unit, "deliveries", now);
  return numUpdatedRows > 0n;
}

const newSecret = (): string => `uws_${randomBytes(32).toString("base64url")}`;
