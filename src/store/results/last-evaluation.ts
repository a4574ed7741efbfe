import type { Unit } from "../gate.ts";

/** The last evaluation of a month. */
export interface LastEvaluation {
  readonly evaluation: string;
  readonly end: number;
  readonly textVersion: number;
  readonly knownUntil: number;
  readonly learnedUntil: number;
  /** `factsSeen` of the contract when it was read. */
  readonly seen: string;
}

/** The last evaluation of a month; null where it was never evaluated. */
export async function lastEvaluation(
  { session, who }: Unit,
  contract: string,
  month: string,
): Promise<LastEvaluation | null> {
  const { rows } = await session.query(
    `select evaluation_id as evaluation, end_at as end, text_version as "textVersion", known_until as "knownUntil",
            learned_until as "learnedUntil", coalesce(inputs ->> 'seen', '') as seen
     from underpin.evaluations where tenant_id = $1 and contract_id = $2 and period = $3
     order by at desc, evaluation_id desc limit 1`,
    [who.tenant, contract, month],
  );
  return (rows[0] as unknown as LastEvaluation | undefined) ?? null;
}

/** What came after an instant, or is still coming. */
export interface LearnedSince {
  readonly running: number;
  readonly batches: number;
  readonly stated: number;
}

/** How many batches and stated facts came after an instant, and how many batches are still being taken in. */
export async function learnedSince({ session, who }: Unit, contract: string, since: number): Promise<LearnedSince> {
  const { rows } = await session.query(
    `select (select count(*)::integer from underpin.batches
             where tenant_id = $1 and contract_id = $2 and state = 'running') as running,
            (select count(*)::integer from underpin.batches
             where tenant_id = $1 and contract_id = $2 and at > $3) as batches,
            (select count(*)::integer from underpin.stated_facts
             where tenant_id = $1 and contract_id = $2 and learned > $3) as stated`,
    [who.tenant, contract, since],
  );
  return rows[0] as unknown as LearnedSince;
}

/**
 * How many events before the end of a month, and stated facts, came in or after a second: by when they came, whatever
 * they say of when they were learned.
 */
export async function cameSince(
  { session, who }: Unit,
  contract: string,
  { end, learnedUntil }: Pick<LastEvaluation, "end" | "learnedUntil">,
): Promise<{ readonly events: number; readonly stated: number }> {
  const { rows } = await session.query(
    `select (select count(*)::integer from underpin.batches b
             join underpin.record_events e on e.tenant_id = b.tenant_id and e.contract_id = b.contract_id
               and e.batch_id = b.batch_id
             where b.tenant_id = $1 and b.contract_id = $2 and b.at >= $3 and e.happened < $4) as events,
            (select count(*)::integer from underpin.stated_facts
             where tenant_id = $1 and contract_id = $2 and learned >= $3) as stated`,
    [who.tenant, contract, learnedUntil, end],
  );
  return rows[0] as unknown as { events: number; stated: number };
}
