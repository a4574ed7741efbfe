import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import { newId } from "../store/new-id.ts";
import { type Carried, openQueue, type Queue } from "./queue.ts";

describe.skipIf(noDatabase())("the queue", () => {
  let store: TestStore;
  let queue: Queue;
  const faults: Error[] = [];
  beforeAll(async () => {
    store = await testStore();
    queue = await openQueue(store.gate, (error) => faults.push(error));
  });
  afterAll(async () => {
    await queue.stop(1);
    await store.close();
    expect(faults).toEqual([]);
  });

  test("carries a job of a unit that was committed, and none of one that was not", async () => {
    const [kept, undone] = [newId(), newId()];
    const undoing = store.gate.unit(systemOf(tenantOne), async (unit) => {
      await queue.add(unit, { id: undone, key: "a" });
      throw new Error("undone");
    });
    await expect(undoing).rejects.toThrow("undone");
    await store.gate.unit(systemOf(tenantOne), (unit) => queue.add(unit, { id: kept, key: "b" }));
    const taken = await new Promise<Carried>((done) => void queue.take(2, async (carried) => done(carried)));
    expect(taken).toEqual({ tenant: tenantOne, work: kept });
  });

  test("is opened by a second process beside the first", async () => {
    const other = await openQueue(store.gate, (error) => faults.push(error));
    await other.stop(1);
  });
});
