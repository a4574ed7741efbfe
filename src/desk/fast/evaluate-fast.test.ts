import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../../sim/write-demo.ts";
import { levelTerms } from "../../engine/agreement/resolve/level-terms.ts";
import { reportsOf } from "../make-reports.ts";
import { readInstant } from "../read-instant.ts";
import { periodsNamed } from "../report-periods.ts";
import { type ReadyJob, runJob } from "../run-job.ts";
import { shippedFolder } from "../shipped.ts";
import { byWay } from "./column-levels.ts";
import { busyLog } from "./fixture/busy-desk.ts";
import { type Busy, busyOrder } from "./fixture/busy-job.ts";
import type { Road } from "./road.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "underpin-"));
});
afterAll(() => rm(folder, { recursive: true }));

const written = (ready: ReadyJob, road: Road, period: string): string =>
  JSON.stringify([...reportsOf({ ...ready, road }, periodsNamed(ready.job, period), { engine: "test" })]);

const busy = async (rows: readonly string[], asKnown: string | null, how: Partial<Busy> = {}): Promise<ReadyJob> =>
  runJob(await busyOrder(folder, { rows, asKnown, ...how }));

describe("both roads give the same report, byte for byte", () => {
  test.each([
    ["a month with its trend", "2026-05", "2026-07-01T00:00Z", 1],
    ["the month in which the promise began", "2025-06", "2026-07-01T00:00Z", 2],
    ["a month of which only a part is known", "2026-03", "2026-03-16T12:00Z", 3],
    ["three months", "2026-02..2026-04", "2026-07-01T00:00Z", 4],
    ["a quarter", "2026-Q1", "2026-07-01T00:00Z", 5],
  ])("%s", async (_, period, asKnown, seed) => {
    const ready = await busy(busyLog(300, seed), asKnown);
    expect(written(ready, "fast", period)).toBe(written(ready, "plain", period));
  });

  test("the month in which the contract ends, whose clocks are read at its end", async () => {
    const ready = await busy(busyLog(300, 9), "2026-07-01T00:00Z", { until: "2026-05-20" });
    expect(written(ready, "fast", "2026-05")).toBe(written(ready, "plain", "2026-05"));
  });

  test("records that columns cannot tell: resolved at once and opened out of order", async () => {
    const odd = ["U1,1,2025-12-01 10:00:00,working,1,,deck,,", "U1,2,2025-12-04 10:00:00,resolved,1,,deck,done,"];
    const ready = await busy([...busyLog(60, 6), ...odd], "2026-07-01T00:00Z");
    expect(written(ready, "fast", "2026-02")).toBe(written(ready, "plain", "2026-02"));
  });

  test.each([
    ["with all of its rows plain", [], 7],
    [
      "with rows that only the ordinary way can judge",
      [
        "T7,9,2026-04-31 10:00:00,resolved,1,booking,deck,,",
        "T8,9,2026-04-30 10:00:00,lost,1,booking,deck,,",
        "T9,9,2026-04-30 10:00:00,working,1,booking",
      ],
      8,
    ],
  ] as const)("a file taken in by its bytes, %s", async (_, odd, seed) => {
    const rows = [...busyLog(200, seed), ...odd];
    const [plain, fast] = [await busy(rows, null), await busy(rows, null, { road: "fast" })];
    expect(fast.job.bulk?.map(({ kind }) => kind)).toEqual(["incidents"]);
    for (const period of ["2026-04", "2026-06"])
      expect(written(fast, "fast", period)).toBe(written(plain, "plain", period));
  });

  test("the demonstration", { timeout: 90_000 }, async () => {
    const { files } = await writeDemo(join(folder, "demo"));
    const known = readInstant("2024-10-01T00:00Z");
    const records = files.map(({ mapping, file }) => `${mapping}=${file}`);
    const contract = join(shippedFolder, "demo");
    const job = (road: Road) => runJob({ contract, records, besides: [], asKnown: known, now: known, road });
    const [fast, plain] = [await job("fast"), await job("plain")];
    expect(written(fast, "fast", "2024-09")).toBe(written(plain, "plain", "2024-09"));
  });
});

test("six of the seven levels are counted over columns", async () => {
  const { job } = await busy(busyLog(10, 1), "2026-07-01T00:00Z");
  const { from } = job.document.contract;
  const { columns, plain } = byWay(job, job.worldAt(from), levelTerms(job.document, "sla", from));
  const counted = columns.flatMap(([, levels]) => levels.map(({ level }) => level.id));
  expect(counted).toEqual(["resolution", "response", "closure", "weekly", "others", "once"]);
  expect(plain.map(({ id }) => id)).toEqual(["mean"]);
  expect(columns.map(([kind, , { count, plainOnly }]) => [kind, count, plainOnly.length])).toEqual([
    ["incidents", 10, 0],
  ]);
});
