import type { Session } from "../session.ts";

/** The ids of all tenants, as the keeper sees them. */
export async function allTenants(session: Session): Promise<readonly string[]> {
  const { rows } = await session.query("select tenant_id from underpin.tenants order by tenant_id");
  return (rows as readonly { tenant_id: string }[]).map(({ tenant_id }) => tenant_id);
}
