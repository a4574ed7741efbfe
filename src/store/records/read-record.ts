import type { Unit } from "../gate.ts";
import { downwards, type Page } from "../reading/keyset.ts";
import { loadTellings } from "./load-tellings.ts";
import type { RecordKey, Telling } from "./telling.ts";

/** A record with everything that was told of it, in order, each event with the batch that brought it. */
export interface StoredRecord extends RecordKey {
  readonly first: number;
  readonly last: number;
  /** Several tell of it: of the same change at the same instant the first counts. */
  readonly joined: boolean;
  readonly events: readonly Telling[];
}

/** One record; null where there is none to be seen. */
export async function readRecord(unit: Unit, contract: string, key: RecordKey): Promise<StoredRecord | null> {
  const row = await unit.db
    .selectFrom("records")
    .select(["first_at as first", "last_at as last", "joined"])
    .where("tenant_id", "=", unit.who.tenant)
    .where("contract_id", "=", contract)
    .where("kind", "=", key.kind)
    .where("tool", "=", key.tool)
    .where("record_id", "=", key.id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const [events = []] = (await loadTellings(unit, contract, [key])).values();
  return { ...key, ...row, events };
}

/** An event that is kept and not used. */
export interface HeldRow {
  readonly held: string;
  readonly batch: string;
  readonly event: unknown;
  readonly finding: unknown;
  readonly at: number;
}

/** Events that are held, the newest first. A page's key: at, held. */
export const readHeld = ({ db, who }: Unit, contract: string, page: Page): Promise<readonly HeldRow[]> =>
  db
    .selectFrom("held_events")
    .select(["held_id as held", "batch_id as batch", "event", "finding", "at"])
    .where("tenant_id", "=", who.tenant)
    .where("contract_id", "=", contract)
    .where(downwards(["at", "held_id"], page))
    .orderBy("at", "desc")
    .orderBy("held_id", "desc")
    .limit(page.limit)
    .execute();
