import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { at } from "../../engine/measure/fixture/story.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../../store/fixture/test-store.ts";
import type { Unit } from "../../store/gate.ts";
import { newId } from "../../store/new-id.ts";
import { saveBatch } from "../../store/records/batch.ts";
import { contract, draftContract } from "../establish/fixture/demo-contract.ts";
import { evaluateAPeriod } from "../measure/evaluate-a-period.ts";
import { computeHere } from "../measure/measure-task.ts";
import { takeInRecords } from "../measure/take-in-records.ts";
import { openRunner, type Runner } from "../run/runner.ts";
import { mayClose } from "./may-close.ts";

const who = systemOf(tenantOne);
const period = "2026-03";

/** An evaluation is the last word of its month only while nothing came that it has not seen, whatever that says of itself. */
describe.skipIf(noDatabase())("the last word of a month", () => {
  let store: TestStore;
  let runner: Runner;
  let now = at("2026-04-15 12:00");
  beforeAll(async () => {
    store = await testStore();
    await draftContract(store);
    runner = openRunner({ gate: store.gate, now: () => now, engine: "test", compute: computeHere, activities: [] });
  }, 60_000);
  afterAll(() => store.close());

  const unit = <T>(work: (unit: Unit) => Promise<T>): Promise<T> => store.gate.unit(who, work);
  /** In a second of its own, so that what came before it came before. */
  const evaluate = () => {
    now = (now + 1) as Instant;
    return runner.start(evaluateAPeriod, { contract, period, known_until: at("2026-03-31 23:00") }, { who });
  };
  const take = (record: string, happened: string, learned?: string) => {
    const told = { source: "desk", kind: "incidents", record, sequence: 0, happened, learned };
    const events = [{ ...told, change: { kind: "state", state: { kind: "open", name: "new" } } }];
    return runner.start(takeInRecords, takeInRecords.input.parse({ contract, events }), { who });
  };
  const closing = () =>
    unit((own) => mayClose(own, { contract, period, now })).then(
      () => "may be closed",
      (error: { code: string }) => error.code,
    );

  test("is an evaluation after which nothing came", async () => {
    await take("A", "2026-03-10T10:00:00Z");
    await evaluate();
    expect(await closing()).toBe("may be closed");
  });

  test("is none where an event came later that its tool learned long before", async () => {
    await take("B", "2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z");
    expect(await closing()).toBe("evaluation-outdated");
    await evaluate();
    expect(await closing()).toBe("may be closed");
  });

  test("is none where an event came in the second of the evaluation, after it", async () => {
    await take("C", "2026-03-12T10:00:00Z");
    expect(await closing()).toBe("evaluation-outdated");
    await evaluate();
    expect(await closing()).toBe("may be closed");
  });

  test("stays one where what came is of a later month", async () => {
    await take("D", "2026-04-10T10:00:00Z");
    expect(await closing()).toBe("may be closed");
  });

  test("is none where a file was being taken in while it was measured", async () => {
    const account = { rows: 0, used: 0, repeated: 0, held: 0, left: 0, leftBecause: {} };
    const file = { contract, batch: newId(), source: "f.csv", mapping: "m", sha256: null, account, findings: [] };
    const batch = { ...file, kinds: ["incidents"], at: now, by: "ada" };
    await unit((own) => saveBatch(own, { ...batch, state: "running" }));
    await evaluate();
    expect(await closing()).toBe("records-arriving");
    await unit((own) => saveBatch(own, { ...batch, state: "done" }));
    expect(await closing()).toBe("evaluation-outdated");
    await evaluate();
    expect(await closing()).toBe("may be closed");
  });
});
