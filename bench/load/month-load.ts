import { contract, draftContract } from "../../src/activities/establish/fixture/demo-contract.ts";
import { evaluateAPeriod } from "../../src/activities/measure/evaluate-a-period.ts";
import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { systemOf, type TestStore, tenantOne } from "../../src/store/fixture/test-store.ts";
import type { Unit } from "../../src/store/gate.ts";
import { readOverview } from "../../src/store/results/read-overview.ts";
import { readMonth } from "../../src/store/results/read-results.ts";
import type { WrittenEvent } from "../../src/wire/records/event.ts";

/** Milliseconds to read a month's results, and the overview of two years, before and after the records were there. */
export interface MonthLoad {
  readonly month: readonly [before: number, after: number];
  readonly overview: readonly [before: number, after: number];
  readonly records: number;
  readonly results: number;
}

const by = { startedBy: "callum-reyes", approvedBy: [] };

/** A month is evaluated and stands for two years of months; then a million records with an event each come beside it. */
export async function monthLoad(store: TestStore, events: readonly WrittenEvent[], count: number): Promise<MonthLoad> {
  const people = await draftContract(store);
  people.now = instant(Date.UTC(2024, 4, 7) / 1000);
  await people.perform(takeInRecords, { contract, events: [...events] }, by);
  await people.perform(evaluateAPeriod, { contract, period: "2024-04" }, by);
  const unit = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(systemOf(tenantOne), work);
  await unit(copyMonths);
  const read = async (): Promise<readonly [number, number]> => [
    await timed(() => unit((own) => readMonth(own, { contract, month: "2024-04", asSaidAt: null }))),
    await timed(() => unit((own) => readOverview(own, { from: "2024-04", until: "2026-03" }))),
  ];
  const before = await read();
  for (let from = 0; from < count; from += chunk)
    await unit((own) => addRecords(own, from, Math.min(chunk, count - from)));
  const after = await read();
  const results = await unit(
    async ({ session }) => (await session.query("select count(*)::integer as n from underpin.results")).rows,
  );
  return {
    month: [before[0], after[0]],
    overview: [before[1], after[1]],
    records: count,
    results: Number(results[0]?.n),
  };
}

const chunk = 100_000;

async function copyMonths({ session }: Unit): Promise<void> {
  for (const table of ["results", "reports"]) {
    const months = table === "results" ? "period, month" : "period";
    const { rows } = await session.query(
      `select string_agg(attname, ', ' order by attnum) as names from pg_attribute
       where attrelid = 'underpin.${table}'::regclass and attnum > 0 and attname <> all ($1::text[])`,
      [months.split(", ")],
    );
    const rest = String(rows[0]?.names);
    const copied = table === "results" ? "m.month, m.month" : "m.month";
    await session.query(
      `insert into underpin.${table} (${months}, ${rest}) select ${copied}, ${rest
        .split(", ")
        .map((name) => `t.${name}`)
        .join(", ")}
       from underpin.${table} t, (select to_char(date '2024-05-01' + make_interval(months => n), 'YYYY-MM') as month
         from generate_series(0, 22) as n) m where t.period = '2024-04'`,
    );
  }
}

/** Records that ended, with one event each. */
async function addRecords({ session }: Unit, from: number, count: number): Promise<void> {
  const values = [tenantOne, contract, from, count];
  await session.query(
    `insert into underpin.records (tenant_id, contract_id, kind, tool, record_id, bucket, first_at, last_at, events)
     select $1, $2, 'incidents', 'load', 'L' || n, 24292, 1714000000 + n, 1714000000 + n, 1
     from generate_series($3::integer, $3::integer + $4::integer - 1) as n`,
    values,
  );
  await session.query(
    `insert into underpin.record_events (tenant_id, contract_id, kind, tool, record_id, happened, sequence, place,
       learned, change, file, line, batch_id)
     select $1, $2, 'incidents', 'load', 'L' || n, 1714000000 + n % 1000000, 0, 0, 1715000000,
       '{"kind": "state", "state": {"kind": "closed"}}', '', 0, gen_random_uuid()
     from generate_series($3::integer, $3::integer + $4::integer - 1) as n`,
    values,
  );
}

/** The median of some tries, in milliseconds. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let tries = 0; tries < 15; tries += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[7] ?? 0;
}
