import type { Instant } from "../../engine/time/instant.ts";
import { readZone } from "../../wire/zones.ts";
import { addAudit } from "../add-audit.ts";
import type { Unit } from "../gate.ts";
import { endOfYearsOver, monthsAgo } from "./over.ts";
import { lockHolds, retentionRules } from "./retention-rules.ts";

/** What was removed in one unit of work, and whether there is more to remove. */
export interface Removed {
  readonly records: number;
  readonly events: number;
  readonly pseudonyms: number;
  readonly notices: number;
  readonly answers: number;
  readonly more: boolean;
}

/** Records removed in one unit of work, so that nobody waits long. */
const atOnce = 500;
const day = 86_400;

/**
 * Removes what is over by the rules of the tenant, where no legal hold stands against it, and says so in the audit log.
 * Results, credits, reports, closures and audit are never removed. The unit is the program's own (side `system`).
 */
export async function retain(unit: Unit, now: Instant): Promise<Removed> {
  await lockHolds(unit);
  const months = new Map((await retentionRules(unit)).map((rule) => [rule.what, rule.months]));
  const held = await heldContracts(unit, now);
  const gone = await removeEvents(unit, { months: months.get("record events"), held, now });
  const more = gone.records >= atOnce;
  const rest = more ? nothing : await removeRest(unit, { months, held, now });
  const removed = { ...gone, pseudonyms: rest.pseudonyms, notices: rest.notices };
  if (removed.records + removed.pseudonyms + removed.notices > 0) {
    await addAudit(unit, {
      at: now,
      person: unit.who.person,
      activity: "remove what is over",
      contract: null,
      subject: "retention",
      facts: { rules: Object.fromEntries(months), ...removed },
    });
  }
  return { records: gone.records, events: gone.events, ...rest, more };
}

const nothing = { pseudonyms: 0, notices: 0, answers: 0 };

/** What is looked through once, when no more events are to go. */
async function removeRest(
  unit: Unit,
  { months, held, now }: Omit<Rule, "months"> & { readonly months: ReadonlyMap<string, number> },
): Promise<typeof nothing> {
  const { changed: answers } = await unit.session.query(
    "delete from underpin.answers where tenant_id = $1 and at <= $2",
    [unit.who.tenant, now - day],
  );
  return {
    pseudonyms: await removePseudonyms(unit, { months: months.get("pseudonyms"), held, now }),
    notices: await removeNotices(unit, { months: months.get("notices"), held, now }),
    answers,
  };
}

interface Rule {
  readonly months: number | undefined;
  /** Contracts under a legal hold; null: the whole tenant. */
  readonly held: readonly string[] | null;
  readonly now: Instant;
}

async function heldContracts({ session, who }: Unit, now: Instant): Promise<readonly string[] | null> {
  const { rows } = await session.query(
    "select contract_id as held from underpin.legal_holds where tenant_id = $1 and (until_at is null or until_at > $2)",
    [who.tenant, now],
  );
  return rows.some(({ held }) => held === null) ? null : rows.map(({ held }) => String(held));
}

async function removeEvents({ session, who }: Unit, { months, held, now }: Rule) {
  const gone = { records: 0, events: 0, digests: {} as Record<string, string> };
  if (months === undefined || held === null) return gone;
  const contracts = await session.query(
    'select contract_id as contract, from_day as "from", zone from underpin.contracts where tenant_id = $1 order by 1',
    [who.tenant],
  );
  for (const row of contracts.rows as unknown as readonly { contract: string; from: string; zone: string }[]) {
    const zone = readZone(row.zone);
    const end = zone && endOfYearsOver({ from: row.from, zone }, months, now);
    if (end === null || held.includes(row.contract)) continue;
    const { rows } = await session.query("select * from underpin.remove_records($1, $2, $3)", [
      row.contract,
      end,
      atOnce - gone.records,
    ]);
    const [{ records, events, digest }] = rows as unknown as readonly [
      { records: number; events: number; digest: string },
    ];
    if (records > 0) gone.digests[row.contract] = digest;
    gone.records += records;
    gone.events += events;
    if (gone.records >= atOnce) break;
  }
  return gone;
}

/** A name goes when nothing told of the person for so long. */
async function removePseudonyms({ session, who }: Unit, { months, held, now }: Rule): Promise<number> {
  if (months === undefined || held === null) return 0;
  const { changed } = await session.query(
    `delete from underpin.pseudonyms p where p.tenant_id = $1 and p.contract_id <> all ($3::text[]) and not exists (
       select from underpin.record_events e where e.tenant_id = $1 and e.contract_id = p.contract_id and e.happened >= $2
         and e.change ->> 'field' = p.field and e.change ->> 'value' = p.pseudonym)`,
    [who.tenant, monthsAgo(now, months), held],
  );
  return changed;
}

async function removeNotices({ session, who }: Unit, { months, held, now }: Rule): Promise<number> {
  if (months === undefined || held === null) return 0;
  const { changed } = await session.query(
    `delete from underpin.notices where tenant_id = $1 and at < $2
       and (contract_id is null or contract_id <> all ($3::text[]))`,
    [who.tenant, monthsAgo(now, months), held],
  );
  return changed;
}
