import { allActivities } from "../../src/activities/all-activities.ts";
import { contract, draftContract } from "../../src/activities/establish/fixture/demo-contract.ts";
import { computeHere } from "../../src/activities/measure/measure-task.ts";
import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { openRunner } from "../../src/activities/run/runner.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import { systemOf, type TestStore, tenantOne } from "../../src/store/fixture/test-store.ts";
import { newId } from "../../src/store/new-id.ts";
import type { WrittenEvent } from "../../src/wire/records/event.ts";

/** Seconds by the clock for the same events, committed by the thousand. */
export interface Load {
  readonly events: number;
  /** Through the runner, with every clock of the records updated. */
  readonly taken: number;
  /** By one INSERT of many rows into the same table. */
  readonly inserted: number;
  readonly clocks: number;
}

const atOnce = 1000;

/** Takes events in as they come, in order, each batch when its last event has happened. */
export async function takeInLoad(store: TestStore, events: readonly WrittenEvent[]): Promise<Load> {
  await draftContract(store);
  const who = systemOf(tenantOne);
  let now = events[0]?.happened as Instant;
  const parts = { gate: store.gate, now: () => now, engine: "bench", compute: computeHere, activities: allActivities };
  const runner = openRunner(parts);
  let begun = performance.now();
  for (let from = 0; from < events.length; from += atOnce) {
    const batch = events.slice(from, from + atOnce);
    now = (batch.at(-1) as WrittenEvent).happened;
    await runner.start(takeInRecords, { contract, events: batch }, { who });
  }
  const taken = (performance.now() - begun) / 1000;
  begun = performance.now();
  for (let from = 0; from < events.length; from += atOnce) await insert(store, events.slice(from, from + atOnce));
  const inserted = (performance.now() - begun) / 1000;
  const { rows } = await store.gate.unit(who, ({ session }) =>
    session.query("select count(*)::integer as count from underpin.live_clocks"),
  );
  return { events: events.length, taken, inserted, clocks: Number(rows[0]?.count) };
}

/** The same rows under the name of a contract that is not there, as nobody should write them. */
async function insert({ gate }: TestStore, events: readonly WrittenEvent[]): Promise<void> {
  const batch = newId();
  const values = events.flatMap(({ kind, source, record, happened, sequence, change }) => [
    ...[
      tenantOne,
      "plain",
      kind,
      source,
      record,
      happened,
      sequence,
      0,
      happened,
      JSON.stringify(change),
      "",
      0,
      batch,
    ],
  ]);
  const places = events.map(
    (_, row) => `(${Array.from({ length: 13 }, (_, at) => `$${row * 13 + at + 1}`).join(",")})`,
  );
  await gate.unit(systemOf(tenantOne), ({ session }) =>
    session.query(
      `insert into underpin.record_events (tenant_id, contract_id, kind, tool, record_id, happened, sequence, place,
         learned, change, file, line, batch_id) values ${places.join(",")}`,
      values,
    ),
  );
}
