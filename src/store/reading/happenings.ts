import type { Topic } from "../add-happening.ts";
import type { Unit } from "../gate.ts";

/** Something that happened, with the number by which it is ordered. */
export interface Happened {
  readonly number: number;
  readonly topic: string;
  readonly contract: string | null;
  readonly agreement: string | null;
  readonly body: unknown;
  readonly at: number;
}

/** What happened after a number, in order, and the number up to which all of it was seen. */
export async function readHappenings(
  unit: Unit,
  { after, topics, limit }: { readonly after: number; readonly topics: readonly Topic[]; readonly limit: number },
): Promise<{ readonly happened: readonly Happened[]; readonly upTo: number }> {
  // Numbers are committed in order, so all before the last one of now can be read already.
  const last = await unit.asSystem(lastHappening);
  if (last <= after) return { happened: [], upTo: after };
  const happened = await unit.db
    .selectFrom("happenings")
    .select(["number", "topic", "contract_id as contract", "agreement_id as agreement", "body", "at"])
    .where("tenant_id", "=", unit.who.tenant)
    .where("number", ">", after)
    .where("topic", "in", topics)
    .orderBy("number")
    .limit(limit)
    .execute();
  const end = happened.at(-1)?.number ?? last;
  return { happened, upTo: happened.length < limit ? Math.max(end, last) : end };
}

/** The number of the last thing that happened, as far as it can be seen; 0 where nothing did. */
export const lastHappening = async ({ db, who }: Unit): Promise<number> =>
  (
    await db
      .selectFrom("happenings")
      .select("number")
      .where("tenant_id", "=", who.tenant)
      .orderBy("number", "desc")
      .limit(1)
      .executeTakeFirst()
  )?.number ?? 0;
