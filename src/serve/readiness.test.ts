import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openQueue, type Queue } from "../jobs/queue.ts";
import { noDatabase, type TestStore, testStore } from "../store/fixture/test-store.ts";
import { migrations } from "../store/migrate.ts";
import { readiness } from "./readiness.ts";

describe.skipIf(noDatabase())("a server is ready", () => {
  let store: TestStore;
  let queue: Queue;
  beforeAll(async () => {
    store = await testStore();
    queue = await openQueue(store.gate, () => {});
  });
  afterAll(() => store.close());

  const said = async (checks: ReturnType<typeof readiness>) =>
    Object.fromEntries(
      await Promise.all(
        Object.entries(checks).map(async ([name, check]) => [
          name,
          await check().then(
            () => "well",
            (error: Error) => error.message,
          ),
        ]),
      ),
    );

  test("when its tables are those of this version, the queue runs and it is not stopping", async () => {
    const steps = await migrations();
    const parts = { database: store.database, queue, steps, isOpen: () => true };
    expect(await said(readiness(parts))).toEqual({ server: "well", database: "well", queue: "well" });
    const later = { number: 9999, name: "9999-later.sql", sql: "", sha256: "" };
    expect(await said(readiness({ ...parts, steps: [...steps, later], isOpen: () => false }))).toEqual({
      server: "it is stopping",
      database: "its tables lack 9999-later.sql",
      queue: "well",
    });
    await queue.stop(2);
    expect((await said(readiness(parts))).queue).toBe("it was stopped");
  });
});
