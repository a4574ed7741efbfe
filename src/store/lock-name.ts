import type { Unit } from "./gate.ts";

/** Until the transaction ends, nobody else of the tenant gets the lock of this name: they wait for it. */
export async function lockName({ session, who }: Unit, name: string): Promise<void> {
  await session.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${who.tenant} ${name}`]);
}
