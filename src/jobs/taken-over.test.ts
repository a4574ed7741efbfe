import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { instant } from "../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import { loadWork, type Work } from "../store/works/work.ts";
import { openQueue, type Queue } from "./queue.ts";
import { defineWork, startWork, type WorkKind } from "./work.ts";
import { startWorkers } from "./workers.ts";

const who = systemOf(tenantOne);

/** Servers that stop, or fall silent, and the ones that go on with their work. */
describe.skipIf(noDatabase())("work of a server that is gone", () => {
  let store: TestStore;
  const faults: Error[] = [];
  const onFault = (error: Error): void => void faults.push(error);
  const runs: string[] = [];
  const stops: (() => Promise<void>)[] = [];
  const kinds = ["first", "second"].map((server) =>
    defineWork({
      kind: "wait",
      input: z.strictObject({ in: z.string() }),
      run: async ({ input, signal }) => {
        runs.push(server);
        if (input.in !== server) return server;
        await new Promise<void>((done) => signal.addEventListener("abort", () => done()));
        signal.throwIfAborted();
        return "never";
      },
    }),
  ) as readonly WorkKind[];
  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(who, ({ db }) =>
      db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute(),
    );
  });
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
    runs.length = 0;
  });
  afterAll(async () => {
    expect(faults).toEqual([]);
    await store.close();
  });

  const serve = async (server: "first" | "second") => {
    const queue = await openQueue(store.gate, onFault);
    const [first, second] = kinds;
    const own = server === "first" ? first : second;
    const parts = { gate: store.gate, now: () => instant(1000), engine: "test", compute: async () => null };
    const stop = await startWorkers({ ...parts, queue, kinds: own ? [own] : [], server, onFault });
    return { queue, stop };
  };
  const ask = (queue: Queue) =>
    store.gate.unit(who, (unit) =>
      startWork(queue, unit, {
        ...{ kind: kinds[0] as WorkKind, input: { in: "first" }, contract: null, by: "ada", now: instant(1000) },
      }),
    );
  const load = (id: string) => store.gate.unit(who, (unit) => loadWork(unit, id)) as Promise<Work>;
  const ends = (id: string, state: Work["state"]) =>
    expect.poll(async () => (await load(id)).state, { timeout: 18_000, interval: 100 }).toBe(state);
  /** Makes a job look as one that a server took a minute ago, of which nothing was heard since. */
  const silence = (id: string, more = "") =>
    store.database.hold((session) =>
      session.query(
        `update queue.job set state = 'active', started_on = now() - interval '1 minute',
           heartbeat_on = now() - interval '1 minute' ${more} where id = $1`,
        [id],
      ),
    );

  test("is handed back by one that stops, and gone on with by another", async () => {
    const first = await serve("first");
    const id = await ask(first.queue);
    await expect.poll(() => runs, { timeout: 10_000 }).toEqual(["first"]);
    const begin = performance.now();
    await first.stop(2);
    expect(performance.now() - begin).toBeLessThan(4000);
    expect(await load(id)).toMatchObject({ state: "running", failures: 0 });
    const second = await serve("second");
    stops.push(() => second.stop(2));
    await ends(id, "done");
    expect(await load(id)).toMatchObject({ output: "second", failures: 0 });
    expect(runs).toEqual(["first", "second"]);
  });

  test("is taken over from one that fell silent", { timeout: 40_000 }, async () => {
    const queue = await openQueue(store.gate, onFault);
    const id = await ask(queue);
    await queue.stop(1);
    await silence(id);
    const second = await serve("second");
    stops.push(() => second.stop(2));
    await ends(id, "done");
    expect(await load(id)).toMatchObject({ output: "second", failures: 0 });
  });

  test("is given up where every server that took it fell silent", { timeout: 40_000 }, async () => {
    const queue = await openQueue(store.gate, onFault);
    const id = await ask(queue);
    await queue.stop(1);
    await silence(id, ", retry_count = retry_limit");
    const second = await serve("second");
    stops.push(() => second.stop(2));
    await ends(id, "failed");
    expect((await load(id)).message).toContain("The server was stopped each time");
    expect(runs).toEqual([]);
  });
});
