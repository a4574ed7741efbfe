import { expect, test } from "vitest";
import { measureMonthsTask, measureTask } from "../activities/measure/measure-task.ts";
import { measuredTogether } from "./measured-together.ts";

const months = ["2026-01", "2026-02"];
const order = { contract: "quay", knownUntil: 9, learnedUntil: 9, now: 9, packs: [Uint8Array.of(1)], ends: new Map() };

/** What was computed: the months of each call. */
function counting() {
  const calls: string[] = [];
  const compute = async (task: string, input: unknown): Promise<unknown> => {
    const { period, periods } = input as { period?: string; periods?: readonly string[] };
    calls.push(`${task} ${period ?? periods?.join(" ")}`);
    return task === measureMonthsTask ? periods?.map((each) => `figures of ${each}`) : `figures of ${period}`;
  };
  return { calls, measure: measuredTogether(compute, months) };
}

test("the months of the list are computed once, any other by itself", async () => {
  const { calls, measure } = counting();
  for (const period of ["2026-02", "2026-01", "2026-03"]) {
    expect(await measure(measureTask, { ...order, period, now: 10 })).toBe(`figures of ${period}`);
  }
  expect(calls).toEqual(["measure months 2026-01 2026-02", "measure 2026-03"]);
});

test.each([
  ["facts", { packs: [Uint8Array.of(2)] }],
  ["an end", { ends: new Map([["sla", 20_000]]) }],
  ["the instant up to which facts count", { knownUntil: 10 }],
])("where %s differs they are computed anew", async (_, changed) => {
  const { calls, measure } = counting();
  await measure(measureTask, { ...order, period: "2026-01" });
  await measure(measureTask, { ...order, ...changed, period: "2026-02" });
  expect(calls).toHaveLength(2);
});
