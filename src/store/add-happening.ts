import { nextNumber } from "./add-audit.ts";
import type { Unit } from "./gate.ts";
import { wakeUp } from "./wake-up.ts";

/** Something that happened and that pages or webhooks may wait for. */
export interface Happening {
  readonly topic: Topic;
  readonly contract: string | null;
  /** The agreement it concerns, so that a client or a vendor may hear of it; null: for the provider only. */
  readonly agreement: string | null;
  readonly body: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** What may happen. */
export const topics = [
  "clock.changed",
  "clock.warning",
  "records.taken",
  "work.progress",
  "period.evaluated",
  "period.closed",
  "credit.proposed",
  "credit.approved",
  "agreement.signed",
  "undertaking.changed",
] as const;
export type Topic = (typeof topics)[number];

/** The channel on which a transaction says, when it is committed, that a tenant has news. */
export const newsChannel = "underpin_news";

/** Adds a happening for whoever listens, makes a delivery for each webhook that asked for its topic, and tells the channel. */
export function addHappening(unit: Unit, { topic, contract, agreement, body, at }: Happening): Promise<void> {
  return unit.asSystem(async (system) => {
    const { db, who, session } = system;
    const { number } = await nextNumber(system, "happenings");
    await db
      .insertInto("happenings")
      .values({
        tenant_id: who.tenant,
        number,
        topic,
        contract_id: contract,
        agreement_id: agreement,
        body: JSON.stringify(body),
        at,
      })
      .execute();
    const { changed } = await session.query(
      `insert into underpin.deliveries (tenant_id, delivery_id, webhook_id, happening, state, next_at)
       select tenant_id, gen_random_uuid(), webhook_id, $2, 'waiting', $3 from underpin.webhooks
       where tenant_id = $1 and is_active and topics @> to_jsonb($4::text)`,
      [who.tenant, number, at, topic],
    );
    if (changed > 0) await wakeUp(unit, "deliveries", at);
    await session.query("select pg_notify($1, $2)", [newsChannel, JSON.stringify({ tenant: who.tenant, topic })]);
  });
}
