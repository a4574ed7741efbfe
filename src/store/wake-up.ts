import type { Unit } from "./gate.ts";

/** What a tenant may want to have looked at. */
export type What = "clocks" | "deliveries" | "consultations" | "terms" | "keeping";

/** The channel on which a transaction says, when it is committed, the instant for which it wants the keeper awake. */
export const wakeChannel = "underpin_wake";

/** Says that something of this tenant wants to be looked at, at this instant or before. */
export const wakeUp = (unit: Unit, what: What, at: number): Promise<void> =>
  unit.asSystem(async ({ session, who }) => {
    await session.query(
      `insert into underpin.wake_ups (tenant_id, what, next_at) values ($1, $2, $3)
       on conflict (tenant_id, what) do update set next_at = least(wake_ups.next_at, excluded.next_at)`,
      [who.tenant, what, at],
    );
    await session.query("select pg_notify($1, $2)", [wakeChannel, String(at)]);
  });
