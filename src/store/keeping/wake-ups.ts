import type { Unit } from "../gate.ts";
import type { Session } from "../session.ts";
import type { What } from "../wake-up.ts";
import { nextKeeping } from "./next-keeping.ts";

export interface Due {
  readonly tenant: string;
  readonly what: What;
}

/** What of any tenant is due now, the longest due first, and the instant of the next; null where nothing waits. */
export async function dueNow(
  session: Session,
  now: number,
): Promise<{ readonly due: readonly Due[]; readonly next: number | null }> {
  const due = await session.query(
    "select tenant_id as tenant, what from underpin.wake_ups where next_at <= $1 order by next_at limit 200",
    [now],
  );
  const next = await session.query("select min(next_at) as next from underpin.wake_ups where next_at > $1", [now]);
  return { due: due.rows as unknown as readonly Due[], next: (next.rows[0]?.next as number | null) ?? null };
}

/** Takes what is due for this process until `until`, when another may look; false where another has it already. */
export async function claimWakeUp(
  { session, who }: Unit,
  { what, now, until }: { readonly what: What; readonly now: number; readonly until: number },
): Promise<boolean> {
  const { changed } = await session.query(
    `update underpin.wake_ups set next_at = $4 where tenant_id = $1 and what = $2 and exists (
       select from underpin.wake_ups w where w.tenant_id = $1 and w.what = $2 and w.next_at <= $3
       for update skip locked)`,
    [who.tenant, what, now, until],
  );
  return changed > 0;
}

/**
 * Sets the next look to what the tables say. The row is locked before they are read: whoever saves something earlier
 * at this time either has it seen here, or writes its own instant afterwards. It is later than `after`, so that nothing
 * is looked at for ever within one second.
 */
export async function settleWakeUp(
  { session, who }: Unit,
  { what, after }: { readonly what: What; readonly after: number },
): Promise<void> {
  const own = "tenant_id = $1 and what = $2";
  await session.query(`select next_at from underpin.wake_ups where ${own} for update`, [who.tenant, what]);
  const next = what === "keeping" ? nextKeeping(after) : await nextIn(session, nextOf[what], who.tenant);
  if (next === null) await session.query(`delete from underpin.wake_ups where ${own}`, [who.tenant, what]);
  else {
    const values = [who.tenant, what, Math.max(next, after + 1)];
    await session.query(`update underpin.wake_ups set next_at = $3 where ${own}`, values);
  }
}

async function nextIn(session: Session, sql: string, tenant: string): Promise<number | null> {
  const { rows } = await session.query(sql, [tenant]);
  return (rows[0]?.next as number | null) ?? null;
}

const nextOf: Readonly<Record<Exclude<What, "keeping">, string>> = {
  clocks: "select min(next_at) as next from underpin.live_clocks where tenant_id = $1 and next_at is not null",
  terms: "select min(next_at) as next from underpin.clock_terms where tenant_id = $1 and next_at is not null",
  consultations:
    "select min(wakes_at) as next from underpin.undertakings where tenant_id = $1 and wakes_at is not null",
  deliveries: `
    select min(greatest(d.next_at, w.rests_until)) as next from underpin.deliveries d
    join underpin.webhooks w on w.tenant_id = d.tenant_id and w.webhook_id = d.webhook_id
    where d.tenant_id = $1 and d.next_at is not null and w.is_active`,
};
