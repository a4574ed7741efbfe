import type { Unit } from "../gate.ts";

/** A webhook that this process sends for. */
export interface Claimed {
  readonly id: string;
  readonly url: string;
  readonly secret: string;
}

/** A happening to be sent. */
export interface Delivery {
  readonly id: string;
  readonly happening: number;
  readonly topic: string;
  readonly contract: string | null;
  readonly agreement: string | null;
  readonly body: unknown;
  readonly at: number;
  readonly attempts: number;
}

/** Takes the webhooks for which something is due, until `until`; those that another process has are left to it. */
export async function claimWebhooks(
  { session, who }: Unit,
  { now, until, limit = 10 }: { readonly now: number; readonly until: number; readonly limit?: number },
): Promise<readonly Claimed[]> {
  const { rows } = await session.query(
    `update underpin.webhooks set rests_until = $3
     where tenant_id = $1 and webhook_id in (
       select webhook_id from underpin.webhooks w
       where tenant_id = $1 and is_active and rests_until <= $2 and exists (
         select from underpin.deliveries d
         where d.tenant_id = $1 and d.webhook_id = w.webhook_id and d.next_at <= $2)
       limit $4 for update skip locked)
     returning webhook_id as id, url, secret`,
    [who.tenant, now, until, limit],
  );
  return rows as unknown as readonly Claimed[];
}

/** The earliest happening that is due for a webhook; null where there is none. */
export async function nextDelivery(
  { session, who }: Unit,
  { webhook, now }: { readonly webhook: string; readonly now: number },
): Promise<Delivery | null> {
  const { rows } = await session.query(
    `select d.delivery_id as id, d.happening, d.attempts, h.topic, h.contract_id as contract,
            h.agreement_id as agreement, h.body, h.at
     from underpin.deliveries d
     join underpin.happenings h on h.tenant_id = d.tenant_id and h.number = d.happening
     where d.tenant_id = $1 and d.webhook_id = $2 and d.next_at <= $3
     order by d.happening limit 1`,
    [who.tenant, webhook, now],
  );
  return (rows[0] as unknown as Delivery | undefined) ?? null;
}

/** What became of an attempt. `nextAt`: when the next one is due. */
export interface Attempted {
  readonly id: string;
  readonly state: "waiting" | "delivered" | "dead";
  readonly answer: string;
  readonly at: number;
  readonly nextAt: number | null;
}

/** Writes what became of an attempt. */
export async function saveAttempt({ db, who }: Unit, { id, state, answer, at, nextAt }: Attempted): Promise<void> {
  await db
    .updateTable("deliveries")
    .set((expression) => ({
      state,
      attempts: expression("attempts", "+", 1),
      last_answer: answer,
      next_at: nextAt,
      done_at: state === "waiting" ? null : at,
    }))
    .where("tenant_id", "=", who.tenant)
    .where("delivery_id", "=", id)
    .execute();
}

/** Lets a webhook rest: until this process has sent the next one, or until its receiver may answer again. */
export async function restWebhook(
  { db, who }: Unit,
  { webhook, until }: { readonly webhook: string; readonly until: number },
): Promise<void> {
  await db
    .updateTable("webhooks")
    .set({ rests_until: until })
    .where("tenant_id", "=", who.tenant)
    .where("webhook_id", "=", webhook)
    .execute();
}
