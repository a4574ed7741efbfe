import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { evaluateContract } from "./evaluate.ts";
import { heldResults } from "./held-results.ts";
import { openContract } from "./open-contract.ts";
import { readInstant } from "./read-instant.ts";
import { periodsNamed } from "./report-periods.ts";
import { type ReadyJob, runJob } from "./run-job.ts";
import { statedFacts } from "./stated-facts.ts";

/** March 2026 at Quayside Libraries: in March, Q-7 opened in March and judged in April. */
const story = join(import.meta.dirname, "..", "..", "stories", "first-month");
const records = [`desk-log=${join(story, "incidents.csv")}`];
const known = readInstant("2026-05-08T00:00Z");
let ready: ReadyJob;

beforeAll(async () => {
  ready = await runJob({ contract: story, records, besides: [], asKnown: known, now: known });
});

const dispute = (fields: string): string =>
  `disputes:\n  - {id: D-1, agreement: sla, by: amara, raised: 2026-04-20, because: We see it otherwise, evidence: [], ${fields}}\n`;

/** The periods that a dispute holds at an instant. */
function held(fields: string, at = known): readonly string[] {
  const { disputes } = statedFacts(ready.job.document, [{ name: "d.yaml", text: dispute(fields) }]);
  return heldResults(ready.job, disputes, at).map(({ level, period }) => `${level} ${period}`);
}

describe("which results a dispute holds", () => {
  test.each([
    ["a level and a period", "level: resolution, period: 2026-03", ["resolution 2026-03"]],
    ["a period of every level", "period: 2026-03", ["resolution 2026-03"]],
    ["a record, in the month in which it counts", "records: [Q-4]", ["resolution 2026-03"]],
    ["a record that is judged in the next month", "records: [Q-7]", ["resolution 2026-04"]],
    ["a record that an exclusion leaves out", "records: [Q-6]", ["resolution 2026-03"]],
    ["two records", "records: [Q-4, Q-7]", ["resolution 2026-03", "resolution 2026-04"]],
    ["a record that nobody knows", "records: [Q-99]", []],
    ["a record, but another period", "records: [Q-4], period: 2026-04", []],
    [
      "a night over the end of a month",
      "from: 2026-03-31 22:00, until: 2026-04-01 06:00",
      ["resolution 2026-03", "resolution 2026-04"],
    ],
    ["a time that ends with the month", "from: 2026-03-31 22:00, until: 2026-04-01 00:00", ["resolution 2026-03"]],
  ])("%s", (_, fields, expected) => expect(held(fields)).toEqual(expected));

  // Raised on 20 April, 00:00 in London, which is an hour ahead of UTC
  test.each([
    ["a second before it is raised", "2026-04-19T22:59:59Z", []],
    ["when it is raised", "2026-04-19T23:00:00Z", ["resolution 2026-03"]],
    ["a second before it is withdrawn", "2026-04-25T11:59:59Z", ["resolution 2026-03"]],
    ["when it is withdrawn", "2026-04-25T12:00:00Z", []],
  ])("%s", (_, at, expected) => {
    const withdrawn = "period: 2026-03, settled: 2026-04-25T12:00Z, outcome: withdrawn";
    expect(held(withdrawn, readInstant(at))).toEqual(expected);
  });
});

describe("a dispute from its file to the verdict", () => {
  async function verdict(fields: string, asKnown = known): Promise<readonly string[]> {
    const folder = await mkdtemp(join(tmpdir(), "disputes-"));
    await writeFile(join(folder, "disputes.yaml"), dispute(fields));
    const { job } = await runJob({ contract: story, records, besides: [folder], asKnown, now: known });
    const [march] = periodsNamed(job, "2026-03");
    if (march === undefined) throw new Error("no March");
    const results = evaluateContract(job, job.worldAt(job.document.contract.from), march);
    return results.map((result) => `${result.verdict}: ${result.reasons.map(({ code }) => code).join(", ")}`);
  }

  test("the result is held, its figure stands beside it", async () => {
    expect(await verdict("records: [Q-4]")).toEqual(["held: disputed"]);
  });

  test("settled, it is judged: 3 of 5 in time, the minimum", async () => {
    expect(await verdict("records: [Q-4], settled: 2026-05-02, outcome: stands")).toEqual([
      "at minimum: reaches-minimum",
    ]);
  });

  test("as known before it was raised, nothing is held", async () => {
    expect(await verdict("records: [Q-4]", readInstant("2026-04-08T00:00Z"))).toEqual(["at minimum: reaches-minimum"]);
  });

  test("a level that there is not is refused", async () => {
    await expect(verdict("level: repairs, period: 2026-03")).rejects.toThrow("sla has no service level 'repairs'.");
  });

  test("a file of disputes alone lies beside the contract, and is no part of it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "contract-"));
    await writeFile(join(folder, "disputes.yaml"), dispute("period: 2026-03"));
    expect((await openContract(folder)).stated.map(({ name }) => name)).toEqual(["disputes.yaml"]);
  });
});
