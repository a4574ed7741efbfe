import type { Gate } from "../../src/store/gate.ts";
import type { Database } from "../../src/store/session.ts";
import { verifyAudit } from "../../src/store/verify-audit.ts";
import { tenant } from "./asks.ts";

/** What is found in the database after a drill. */
export interface Found {
  /** Events of each batch that are stored, by the batch's number. */
  readonly events: ReadonlyMap<number, number>;
  readonly heldEvents: number;
  /** Works that have not come to their end, and steps of the works by id. */
  readonly openWorks: number;
  readonly failedWorks: readonly string[];
  readonly steps: ReadonlyMap<string, readonly number[]>;
  readonly evaluations: number;
  /** Evaluations named by results but not there, or there without any happening. */
  readonly halfEvaluations: number;
  /** Closed periods whose evaluation is not there. */
  readonly halfClosed: number;
  readonly audit: Awaited<ReturnType<typeof verifyAudit>>;
  /** Happenings with no delivery that was made, and all ids that were delivered. */
  readonly undelivered: number;
  readonly delivered: readonly string[];
  readonly jobs: number;
}

/** Looks with the rights of the database's owner, past all policies. */
export async function lookAfter(database: Database, gate: Gate): Promise<Found> {
  const rows = <T>(sql: string): Promise<readonly T[]> =>
    database.hold(async (session) => (await session.query(sql)).rows as unknown as readonly T[]);
  const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(sql))[0]?.n ?? 0;
  const events = await rows<{ own: string; n: number }>(
    "select split_part(record_id, '-', 2) as own, count(*) as n from underpin.record_events group by 1",
  );
  const steps = await rows<{ subject: string; facts: { step: number } }>(
    "select subject, facts from underpin.audit where activity = 'add up' order by number",
  );
  const failed = await rows<{ message: string }>("select message from underpin.works where state = 'failed'");
  const delivered = await rows<{ id: string }>(
    "select delivery_id as id from underpin.deliveries where state = 'delivered'",
  );
  return {
    events: new Map(events.map(({ own, n }) => [Number(own), n])),
    heldEvents: await count("select count(*) as n from underpin.held_events"),
    openWorks: await count("select count(*) as n from underpin.works where state in ('waiting', 'running')"),
    failedWorks: failed.map(({ message }) => message),
    steps: stepsOf(steps),
    evaluations: await count("select count(*) as n from underpin.evaluations"),
    halfEvaluations: await count(halfEvaluations),
    halfClosed: await count(halfClosed),
    audit: await gate.unit({ tenant, person: "system", party: "", side: "system" }, verifyAudit),
    undelivered: await count(undelivered),
    delivered: delivered.map(({ id }) => id),
    jobs: await count("select count(*) as n from queue.job where state < 'completed'"),
  };
}

const halfEvaluations = `
  select (select count(*) from underpin.results r where not exists (
            select from underpin.evaluations e
            where (e.tenant_id, e.contract_id, e.evaluation_id) = (r.tenant_id, r.contract_id, r.evaluation_id)))
       + (select count(*) from underpin.evaluations e where not exists (
            select from underpin.happenings h where h.tenant_id = e.tenant_id and h.topic = 'period.evaluated'
              and h.body ->> 'evaluation' = e.evaluation_id::text)) as n`;

const halfClosed = `
  select count(*) as n from underpin.closures c where not exists (
    select from underpin.evaluations e
    where (e.tenant_id, e.contract_id, e.evaluation_id) = (c.tenant_id, c.contract_id, c.evaluation_id))`;

const undelivered = `
  select count(*) as n from underpin.happenings h where h.topic in ('records.taken', 'period.evaluated') and not exists (
    select from underpin.deliveries d
    where d.tenant_id = h.tenant_id and d.happening = h.number and d.state = 'delivered')`;

const stepsOf = (rows: readonly { subject: string; facts: { step: number } }[]): ReadonlyMap<string, number[]> =>
  new Map(
    [...Map.groupBy(rows, ({ subject }) => subject)].map(([id, own]) => [id, own.map(({ facts }) => facts.step)]),
  );
