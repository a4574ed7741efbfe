import type { Unit } from "../gate.ts";
import { wakeUp } from "../wake-up.ts";

/** A happening that could not be delivered. */
export interface DeadLetter {
  readonly id: string;
  readonly webhook: string;
  readonly happening: number;
  readonly topic: string;
  readonly attempts: number;
  readonly answer: string | null;
  readonly since: number | null;
}

/** The latest happenings that could not be delivered, of a page. */
export async function deadLetters(
  { db, who }: Unit,
  { limit = 50, before }: { readonly limit?: number; readonly before?: number },
): Promise<readonly DeadLetter[]> {
  const all = db
    .selectFrom("deliveries as d")
    .innerJoin("happenings as h", (join) =>
      join.onRef("h.tenant_id", "=", "d.tenant_id").onRef("h.number", "=", "d.happening"),
    )
    .select([
      "d.delivery_id as id",
      "d.webhook_id as webhook",
      "d.happening",
      "h.topic",
      "d.attempts",
      "d.last_answer as answer",
      "d.done_at as since",
    ])
    .where("d.tenant_id", "=", who.tenant)
    .where("d.state", "=", "dead");
  const page = before === undefined ? all : all.where("d.happening", "<", before);
  return await page.orderBy("d.happening", "desc").orderBy("d.delivery_id").limit(limit).execute();
}

/** Sends a dead letter again, under its own id; false where there is none. */
export async function redeliver(
  unit: Unit,
  { id, now }: { readonly id: string; readonly now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await unit.db
    .updateTable("deliveries")
    .set({ state: "waiting", attempts: 0, next_at: now, done_at: null })
    .where("tenant_id", "=", unit.who.tenant)
    .where("delivery_id", "=", id)
    .where("state", "=", "dead")
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return false;
  await wakeUp(unit, "deliveries", now);
  return true;
}
