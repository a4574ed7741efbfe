import type { Gate } from "../../src/store/gate.ts";
import { checkAudit } from "../../src/store/reading/check-audit.ts";
import type { Database } from "../../src/store/session.ts";
import { tenant } from "./asks.ts";
import { wrongs } from "./wrongs.ts";

/** What is found in the database after a drill. */
export interface Found {
  /** Events that are stored, by the number of their batch; rows of files of which there is an event, by that of the file. */
  readonly events: ReadonlyMap<number, number>;
  readonly files: ReadonlyMap<number, number>;
  /** Months that are closed: `contract 2024-04`. */
  readonly closed: readonly string[];
  readonly failedWorks: readonly string[];
  /** Steps of the works that add up, by id. */
  readonly steps: ReadonlyMap<string, readonly number[]>;
  readonly evaluations: number;
  /** How often each thing is wrong; all must be 0. */
  readonly wrong: Readonly<Record<string, number>>;
  readonly audit: Awaited<ReturnType<typeof checkAudit>>;
  /** All ids that were delivered, by what the database says. */
  readonly delivered: readonly string[];
}

/** Looks with the rights of the database's owner, past all policies. */
export async function lookAfter(database: Database, gate: Gate): Promise<Found> {
  const rows = <T>(sql: string): Promise<readonly T[]> =>
    database.hold(async (session) => (await session.query(sql)).rows as unknown as readonly T[]);
  const counted = async (sql: string): Promise<number> => (await rows<{ n: number }>(sql))[0]?.n ?? 0;
  const storedOf = async (word: string, what: string): Promise<ReadonlyMap<number, number>> => {
    const found = await rows<{ own: string; n: number }>(
      `select split_part(record_id, '-', 2) as own, count(${what}) as n from underpin.record_events
       where record_id like '${word}-%' group by 1`,
    );
    return new Map(found.map(({ own, n }): [number, number] => [Number(own), n]).sort(([a], [b]) => a - b));
  };
  const steps = await rows<{ subject: string; facts: { step: number } }>(
    "select subject, facts from underpin.audit where activity = 'add up' order by number",
  );
  const texts = async (sql: string): Promise<readonly string[]> =>
    (await rows<{ text: string }>(sql)).map(({ text }) => text);
  const wrong: Record<string, number> = {};
  for (const [what, sql] of Object.entries(wrongs)) wrong[what] = await counted(sql);
  const who = { tenant, person: "system", party: "", side: "system" } as const;
  return {
    events: await storedOf("INC", "*"),
    files: await storedOf("FILE", "distinct (record_id, line)"),
    closed: await texts("select contract_id || ' ' || period as text from underpin.closures order by 1"),
    failedWorks: await texts("select message as text from underpin.works where state = 'failed'"),
    steps: stepsOf(steps),
    evaluations: await counted("select count(*) as n from underpin.evaluations"),
    wrong,
    audit: await checkAudit((work) => gate.unit(who, work)),
    delivered: await texts("select delivery_id::text as text from underpin.deliveries where state = 'delivered'"),
  };
}

const stepsOf = (rows: readonly { subject: string; facts: { step: number } }[]): ReadonlyMap<string, number[]> =>
  new Map(
    [...Map.groupBy(rows, ({ subject }) => subject)].map(([id, own]) => [id, own.map(({ facts }) => facts.step)]),
  );
