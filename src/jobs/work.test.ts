import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Instant } from "../engine/time/instant.ts";
import { noDatabase, systemOf, type TestStore, tenantOne, testStore } from "../store/fixture/test-store.ts";
import { loadWork, type Work } from "../store/works/work.ts";
import { Refusal } from "../wire/refusal.ts";
import { openQueue, type Queue } from "./queue.ts";
import { defineWork, startWork, type WorkKind } from "./work.ts";
import { startWorkers } from "./workers.ts";

const who = systemOf(tenantOne);

describe.skipIf(noDatabase())("work", () => {
  let store: TestStore;
  let queue: Queue;
  let stop: (limit: number) => Promise<void>;
  let runs: string[] = [];
  let time = 1000 as Instant;
  const over = new Map<string, () => void>();
  const kinds = [
    defineWork({
      kind: "count",
      input: z.object({ to: z.number() }),
      run: async ({ input, progress }) => {
        for (let done = 1; done <= input.to; done += 1) {
          time = (time + 1) as Instant;
          progress(done, input.to, "counting");
          await Promise.resolve();
        }
        return { counted: input.to };
      },
    }),
    defineWork({
      kind: "refuse",
      input: z.object({}),
      run: async () => {
        throw new Refusal("no-such-file", "The file is not there. Send it again.");
      },
    }),
    defineWork({
      kind: "stumble",
      input: z.object({ times: z.number() }),
      run: async ({ input, work }) => {
        runs.push(`stumble ${work.failures}`);
        if (work.failures < input.times) throw new Error("a wire fell out");
        return "stood up";
      },
    }),
    defineWork({
      kind: "hold",
      input: z.object({}),
      run: async ({ work }) => {
        runs.push(work.id);
        await new Promise<void>((done) => over.set(work.id, done));
      },
    }),
  ] as readonly WorkKind[];
  const kindOf = (name: string) => kinds.find(({ kind }) => kind === name) as WorkKind;

  beforeAll(async () => {
    store = await testStore();
    await store.gate.unit(who, ({ db }) =>
      db.insertInto("tenants").values({ tenant_id: tenantOne, name: "One", created: 1 }).execute(),
    );
    queue = await openQueue(store.gate, () => {});
    const compute = async () => null;
    const onFault = (error: Error) => {
      throw error;
    };
    stop = await startWorkers({ gate: store.gate, queue, kinds, now: () => time, engine: "test", compute, onFault });
  });
  afterAll(async () => {
    await stop(2);
    await store.close();
  });

  const start = (kind: string, input: unknown, key?: string) =>
    store.gate.unit(who, (unit) =>
      startWork(queue, unit, {
        kind: kindOf(kind),
        input,
        contract: null,
        by: "ada",
        now: time,
        ...(key === undefined ? {} : { key }),
      }),
    );
  const load = (id: string) => store.gate.unit(who, (unit) => loadWork(unit, id));
  const until = (id: string, fits: (work: Work) => boolean) =>
    expect.poll(async () => fits((await load(id)) as Work), { timeout: 15_000, interval: 50 }).toBe(true);

  test("is done, with its output and its progress told", async () => {
    const id = await start("count", { to: 5 });
    await until(id, ({ state }) => state === "done");
    expect(await load(id)).toMatchObject({ output: { counted: 5 }, by: "ada", failures: 0 });
    const told = await store.gate.unit(who, ({ db }) =>
      db.selectFrom("happenings").select(["topic", "body"]).execute(),
    );
    expect(told.map(({ topic }) => topic)).toContain("work.progress");
    expect(told.at(-1)?.body).toMatchObject({ work: id, state: "done" });
  });

  test("fails at once where a rule said no, in the rule's words", async () => {
    const id = await start("refuse", {});
    await until(id, ({ state }) => state === "failed");
    expect(await load(id)).toMatchObject({ failures: 0, message: "The file is not there. Send it again." });
  });

  test("is tried again after a fault", async () => {
    runs = [];
    const id = await start("stumble", { times: 1 });
    await until(id, ({ state }) => state === "done");
    expect(runs).toEqual(["stumble 0", "stumble 1"]);
    expect(await load(id)).toMatchObject({ failures: 1, output: "stood up" });
  });

  test("of one key waits once, and runs after the one that runs", async () => {
    runs = [];
    const first = await start("hold", {}, "2026-01");
    await until(first, ({ state }) => state === "running");
    const second = await start("hold", {}, "2026-01");
    expect(await start("hold", {}, "2026-01")).toBe(second);
    expect(second).not.toBe(first);
    await expect.poll(() => over.has(first)).toBe(true);
    over.get(first)?.();
    await until(first, ({ state }) => state === "done");
    await expect.poll(() => over.has(second), { timeout: 15_000 }).toBe(true);
    over.get(second)?.();
    await until(second, ({ state }) => state === "done");
    expect(runs).toEqual([first, second]);
  });
});
