import type { Unit } from "../gate.ts";

/** A role that a person holds, for one contract or (null) for all, from an instant up to (not including) another. */
export interface HoldingRow {
  readonly holding: string;
  readonly person: string;
  readonly role: string;
  readonly contract: string | null;
  readonly from: number;
  readonly until: number | null;
  readonly granted_by: string;
}

/** Adds a holding. */
export async function addHolding({ db, who }: Unit, row: Omit<HoldingRow, "until">): Promise<void> {
  await db
    .insertInto("holdings")
    .values({
      tenant_id: who.tenant,
      holding_id: row.holding,
      person_id: row.person,
      role: row.role,
      contract_id: row.contract,
      from_at: row.from,
      until_at: null,
      granted_by: row.granted_by,
    })
    .execute();
}

/** Ends holdings at an instant; those that ended before stay as they are. */
export async function endHoldings({ db, who }: Unit, holdings: readonly string[], at: number): Promise<void> {
  if (holdings.length === 0) return;
  await db
    .updateTable("holdings")
    .set({ until_at: at })
    .where("tenant_id", "=", who.tenant)
    .where("holding_id", "in", holdings)
    .where("until_at", "is", null)
    .execute();
}

/** The holdings that may be seen, in the order in which they were given. */
export const loadHoldings = ({ db, who }: Unit): Promise<readonly HoldingRow[]> =>
  db
    .selectFrom("holdings")
    .select(["holding_id as holding", "person_id as person", "role", "contract_id as contract"])
    .select(["from_at as from", "until_at as until", "granted_by"])
    .where("tenant_id", "=", who.tenant)
    .orderBy("holding_id")
    .execute();
