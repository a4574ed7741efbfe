import type { Unit } from "../gate.ts";

/**
 * Sets when the clocks of the tenant want to be looked at next, and tells it; null where none does. The row is held
 * before the clocks are asked, so that what others add meanwhile is not forgotten.
 */
export async function setNextLook({ session, who }: Unit): Promise<number | null> {
  await session.query("select 1 from underpin.wake_ups where tenant_id = $1 and what = 'clocks' for update", [
    who.tenant,
  ]);
  const { rows } = await session.query(
    "select min(next_at) as next from underpin.live_clocks where tenant_id = $1 and next_at is not null",
    [who.tenant],
  );
  const next = (rows as unknown as readonly { readonly next: number | null }[])[0]?.next ?? null;
  if (next === null) {
    await session.query("delete from underpin.wake_ups where tenant_id = $1 and what = 'clocks'", [who.tenant]);
  } else {
    await session.query(
      `insert into underpin.wake_ups (tenant_id, what, next_at) values ($1, 'clocks', $2)
       on conflict (tenant_id, what) do update set next_at = excluded.next_at`,
      [who.tenant, next],
    );
  }
  return next;
}
