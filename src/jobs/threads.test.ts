import { threadId } from "node:worker_threads";
import { afterAll, describe, expect, test } from "vitest";
import { Refusal } from "../wire/refusal.ts";
import { openThreads } from "./threads.ts";

const module = new URL("./fixture/tasks.ts", import.meta.url);

describe.each([{ count: 0 }, { count: 2 }])("with $count threads", ({ count }) => {
  const threads = openThreads({ module, count });
  afterAll(() => threads.close());

  test("a task gives its output", async () => {
    expect(await threads.compute("double", Float64Array.of(1, 2))).toEqual(Float64Array.of(2, 4));
  });

  test("a refusal stays one, a fault too", async () => {
    await expect(threads.compute("refuse", null)).rejects.toThrow(Refusal);
    await expect(threads.compute("refuse", null)).rejects.toMatchObject({ code: "too-odd" });
    await expect(threads.compute("fall", null)).rejects.toThrow("fell");
    await expect(threads.compute("unheard", null)).rejects.toThrow('no task is called "unheard"');
  });

  test("tasks run elsewhere where there is elsewhere", async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => threads.compute("where", null)));
    expect(ids.every((id) => (id === threadId) === (count === 0))).toBe(true);
    expect(new Set(ids).size).toBeLessThanOrEqual(Math.max(1, count));
  });
});

describe("threads", () => {
  test("one that dies fails its task and is replaced", async () => {
    const threads = openThreads({ module, count: 1 });
    const [died, after] = await Promise.allSettled([threads.compute("die", null), threads.compute("where", null)]);
    expect(died.status).toBe("rejected");
    expect(after.status).toBe("fulfilled");
    await threads.close();
  });

  test("close ends a task that would never end", async () => {
    const threads = openThreads({ module, count: 1 });
    const ended = expect(threads.compute("spin", null)).rejects.toThrow("stopping");
    await threads.close();
    await ended;
    await expect(threads.compute("where", null)).rejects.toThrow("stopping");
  });
});
