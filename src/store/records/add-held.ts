import type { Finding } from "../../engine/finding/finding.ts";
import type { RecordEvent } from "../../engine/record/record.ts";
import { canonical, sha256 } from "../canonical.ts";
import type { Unit } from "../gate.ts";
import type { RecordKey } from "./telling.ts";

/** An event that is kept and not used, with what was found of it. */
export interface HeldEvent {
  readonly key: RecordKey;
  readonly event: RecordEvent;
  readonly finding: Finding;
}

/** Keeps events that contradict others. The same one held again is there already. */
export async function addHeld(
  { session, who }: Unit,
  to: { readonly contract: string; readonly batch: string; readonly at: number },
  held: readonly HeldEvent[],
): Promise<void> {
  if (held.length === 0) return;
  const rows = held.map(({ key, event, finding }) => {
    const { happened, learned, sequence, change } = event;
    const said = { ...key, happened, sequence, change };
    return { id: idOf(to.contract, said), event: { ...said, learned }, finding };
  });
  await session.query(
    `insert into underpin.held_events (tenant_id, contract_id, held_id, batch_id, event, finding, at)
     select $1, $2, h.id, $3, h.event, h.finding, $4
     from json_to_recordset($5::json) as h (id uuid, event jsonb, finding jsonb)
     on conflict do nothing`,
    [who.tenant, to.contract, to.batch, to.at, JSON.stringify(rows)],
  );
}

/** An id that follows from what the event says, so that it is kept once however often it comes. */
function idOf(contract: string, said: unknown): string {
  const hash = sha256(canonical([contract, said]));
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}
