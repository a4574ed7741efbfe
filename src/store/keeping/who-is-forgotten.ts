import type { Unit } from "../gate.ts";

/** People of that id, name or address who left and whom no legal hold keeps: their names may be taken away. */
export async function whoIsForgotten({ session, who }: Unit, value: string, now: number): Promise<readonly string[]> {
  const { rows } = await session.query(
    `select person_id as person from underpin.people p where tenant_id = $1 and not is_active
       and (person_id = $2 or name = $2 or lower(email) = lower($2))
       and not exists (select from underpin.legal_holds h where h.tenant_id = $1 and (h.until_at is null or h.until_at > $3)) order by 1`,
    [who.tenant, value, now],
  );
  return rows.map(({ person }) => String(person));
}
