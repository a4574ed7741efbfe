import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readInstant } from "./read-instant.ts";
import { runJob } from "./run-job.ts";

const fixtures = join(import.meta.dirname, "..", "wire", "agreement", "fixtures");
let contract: string;

const waived = (plan: string): string => `underpin: 1
part_of: larkfield
credit_entries:
  - {id: C-1, plan: ${plan}, month: 2026-03, waived: all, by: nora-vance, on: 2026-04-20, reason: It was agreed}
`;

beforeAll(async () => {
  contract = await mkdtemp(join(tmpdir(), "underpin-entries-"));
  for (const name of ["small.yaml", "plans.yaml"]) await cp(join(fixtures, name), join(contract, name));
});

const jobAt = (stamp: string) => {
  const at = readInstant(stamp);
  return runJob({ contract, records: [], besides: [], asKnown: at, now: at });
};

describe("what is stated about credits reaches the job", () => {
  // London is an hour ahead of UTC in April: its 20th begins at 23:00 of the 19th
  test.each([
    ["before its day", "2026-04-19T22:59:59Z", []],
    ["from its day on", "2026-04-19T23:00:00Z", ["C-1"]],
  ])("an entry beside the contract, %s", async (_, stamp, ids) => {
    await writeFile(join(contract, "stated.yaml"), waived("tiers"));
    const { job, warnings } = await jobAt(stamp);
    expect(job.creditEntries.map(({ id }) => id)).toEqual(ids);
    expect(warnings).toEqual([]);
  });

  test("an entry that names no plan is refused, once", async () => {
    await writeFile(join(contract, "stated.yaml"), waived("teirs"));
    await expect(jobAt("2026-05-01T00:00Z")).rejects.toThrow(
      /^\W*stated.yaml:4:\d+ {2}credit_entries.0.plan\n {2}unknown-plan: 'teirs' is no plan. Did you mean 'tiers'\?$/,
    );
  });

  test("a file that cannot be read is told once", async () => {
    await writeFile(join(contract, "stated.yaml"), "credit_entries:\n  - {a: *b}\n");
    await expect(jobAt("2026-05-01T00:00Z")).rejects.toThrow(/^[^:]*stated.yaml:2[^\n]*\n[^\n]*$/);
  });
});
