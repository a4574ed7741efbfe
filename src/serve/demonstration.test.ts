import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeDemo } from "../../sim/write-demo.ts";
import { reportsOf } from "../desk/make-reports.ts";
import { readInstant } from "../desk/read-instant.ts";
import { periodsNamed } from "../desk/report-periods.ts";
import { runJob } from "../desk/run-job.ts";
import { shippedFolder } from "../desk/shipped.ts";
import { noDatabase, testedOn } from "../store/fixture/test-store.ts";
import { exact } from "../store/results/exact.ts";
import { type DemoFiles, demonstrationFounding, loadDemonstration } from "./demonstration.ts";
import { type LocalServer, localServer } from "./fixture/local-server.ts";

/** The first month of the contract that has a trend, one in the middle, and the last. */
const months = ["2025-02", "2025-11", "2026-03"];
/** It takes long; the embedded database is the slower of the two, and the one that the demonstration is usually on. */
const isElsewhere = testedOn === "server";

describe.skipIf(noDatabase() || isElsewhere)("the demonstration", { timeout: 900_000 }, () => {
  let local: LocalServer;
  let folder: string;
  let demo: DemoFiles;
  const seen: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "underpin-demo-"));
    demo = await writeDemo(folder);
    local = await localServer(demonstrationFounding);
    const steps = { onStep: (what: string) => void (seen.at(-1) !== what && seen.push(what)) };
    const loading = { ...steps, months, folder: join(folder, "gone"), now: local.now, writeRecords: async () => demo };
    expect(await loadDemonstration(local.server, { ...loading, tenant: local.tenant })).toBe(3);
  }, 900_000);
  afterAll(async () => {
    await local?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test("shows how far it is: each file and each month", () => {
    expect(seen.slice(0, 2)).toEqual(["contract and people", "incidents.csv"]);
    expect(seen.filter((what) => /^incidents\.csv \d+ %$/.test(what)).length).toBeGreaterThan(5);
    expect(seen.slice(-4)).toEqual(["measuring", ...months]);
  });

  test("its reports are, member by member, what the command line makes of the same files", async () => {
    const ready = await runJob({
      contract: join(shippedFolder, "demo"),
      records: demo.files.map(({ mapping, file }) => `${mapping}=${file}`),
      besides: [],
      asKnown: readInstant(demo.known),
      now: local.now(),
    });
    const contract = ready.job.document.contract.id;
    for (const month of months) {
      const [report] = reportsOf(ready, periodsNamed(ready.job, month), { engine: local.version });
      const { printed, complained } = await local.run("fetch", contract, "-p", month, "--json");
      expect(complained).toBe("");
      expect(JSON.parse(printed)).toEqual(exact(report));
    }
  });

  test("is not loaded twice", async () => {
    const again = { months, folder: join(folder, "gone"), now: local.now, onStep: () => {} };
    const writeRecords = async () => demo;
    expect(await loadDemonstration(local.server, { ...again, writeRecords, tenant: local.tenant })).toBe(0);
  });
});
