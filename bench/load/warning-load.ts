import { setTimeout } from "node:timers/promises";
import { contract, draftContract } from "../../src/activities/establish/fixture/demo-contract.ts";
import { takeInRecords } from "../../src/activities/measure/take-in-records.ts";
import { instant } from "../../src/engine/time/instant.ts";
import { dutiesOf } from "../../src/jobs/duties.ts";
import { startKeeper } from "../../src/jobs/keeper.ts";
import { sleepOn } from "../../src/jobs/sleep.ts";
import { newsChannel } from "../../src/store/add-happening.ts";
import { systemOf, type TestStore, tenantOne } from "../../src/store/fixture/test-store.ts";
import type { WrittenEvent } from "../../src/wire/records/event.ts";

/** Seconds from the instant that a clock passes a mark to the news of its warning, sorted. */
export type Delays = readonly number[];

/** 9:00 in London on a working day; from there the clock goes on as the real one does. */
const morning = Date.UTC(2024, 4, 2, 8) / 1000;
const minutes = 60;

/**
 * The keeper runs on a clock that goes as fast as the real one. Tickets of the first priority pass 70 % of a quarter of
 * an hour, one after the other within some seconds; when each is told is compared with when it was passed.
 */
export async function warningLoad(store: TestStore, { tickets, within }: { tickets: number; within: number }) {
  const begun = performance.now();
  const fine = (): number => morning + (performance.now() - begun) / 1000;
  const now = () => instant(fine());
  const people = await draftContract(store);
  people.now = now();
  const delays: number[] = [];
  const who = systemOf(tenantOne);
  let [heard, reading] = [0, Promise.resolve()];
  const hear = (): void => {
    const at = fine();
    reading = reading.then(() =>
      store.gate.unit(who, async ({ session }) => {
        const { rows } = await session.query(
          "select number, topic, body from underpin.happenings where tenant_id = $1 and number > $2 order by number",
          [tenantOne, heard],
        );
        for (const { number, topic, body } of rows as unknown as readonly News[]) {
          heard = number;
          if (topic !== "clock.warning") continue;
          for (const { level, passed_at } of body.warnings) if (level === "first-response") delays.push(at - passed_at);
        }
      }),
    );
  };
  const duties = dutiesOf({
    gate: store.gate,
    now,
    runner: { timeOut: async () => 0 },
    queue: { add: async () => {} },
    chance: () => 0,
  });
  const faults: Error[] = [];
  const idle = { terms: async () => undefined };
  const stop = await startKeeper(
    { gate: store.gate, now, duties: { ...duties, ...idle }, onFault: (e) => faults.push(e) },
    sleepOn(now),
  );
  const first = now() + 3;
  const events = Array.from({ length: tickets }, (_, at) =>
    ticket(at, first + Math.trunc((at * within) / tickets)),
  ).flat();
  await people.perform(takeInRecords, { contract, events }, { startedBy: "callum-reyes", approvedBy: [] });
  const end = await store.gate.listen(newsChannel, hear);
  const last = first + within + 10;
  while (delays.length < tickets && fine() < last) await setTimeout(200);
  await stop();
  await end();
  await reading;
  if (faults[0]) throw faults[0];
  if (delays.length !== tickets) throw new Error(`${delays.length} warnings of ${tickets} were told`);
  return delays.sort((a, b) => a - b);
}

interface News {
  readonly number: number;
  readonly topic: string;
  readonly body: { readonly warnings: readonly { readonly level: string; readonly passed_at: number }[] };
}

/** A ticket that passes 70 % of its quarter of an hour at an instant. */
function ticket(at: number, passes: number): readonly WrittenEvent[] {
  const opened = instant(passes - 10.5 * minutes);
  const event = (sequence: number, change: WrittenEvent["change"]): WrittenEvent => ({
    ...{ source: "desk", kind: "incidents", record: `T${at}`, sequence, change, happened: opened, learned: opened },
  });
  return [
    event(0, { kind: "moment", moment: "opened" }),
    event(1, { kind: "field", field: "priority", value: "P1" }),
    event(2, { kind: "field", field: "service", value: "claims-platform" }),
    event(3, { kind: "state", state: { kind: "open", name: "new" } }),
  ];
}
