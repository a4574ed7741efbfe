import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CreditRun, creditReports, creditRuns } from "../src/desk/credit-runs.ts";
import { evaluateContract, type evaluateOne } from "../src/desk/evaluate.ts";
import type { Job } from "../src/desk/job.ts";
import { readInstant } from "../src/desk/read-instant.ts";
import { periodsNamed } from "../src/desk/report-periods.ts";
import { runJob } from "../src/desk/run-job.ts";
import { shippedFolder } from "../src/desk/shipped.ts";
import type { Period, Result } from "../src/engine/period/result.ts";
import { wallAt } from "../src/engine/time/zone.ts";
import { chapters, wonBack } from "./story.ts";
import { storyFile, storyTable } from "./story-table.ts";
import { writeDemo } from "./write-demo.ts";

/** Verdicts by month and `agreement/level/group`. */
let verdicts: ReadonlyMap<string, ReadonlyMap<string, string>>;
let left: number;
/** What is settled, by month and plan. */
let settled: ReadonlyMap<string, number>;
let folder: string;

/** The demonstration as shown: each month under the contract as it stood when the month began. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "story-"));
  const { files, months, known } = await writeDemo(folder);
  const { job, files: read } = await runJob({
    contract: join(shippedFolder, "demo"),
    records: files.map(({ mapping, file }) => `${mapping}=${file}`),
    besides: [],
    asKnown: readInstant(known),
    now: readInstant(known),
  });
  const periods = Map.groupBy(periodsNamed(job, months), ({ start }) => job.worldAt(wallAt(job.zone, start).day));
  const results = [...periods].flatMap(([world, own]) => {
    const [first, last] = [own[0], own.at(-1)];
    return first && last ? evaluateContract(job, world, { start: first.start, end: last.end }) : [];
  });
  verdicts = byMonth(results);
  settled = settledOf(job, periodsNamed(job, months), results);
  left = read.reduce((sum, { rows, used, repeated }) => sum + rows - used - repeated, 0);
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

/** Credits look at the same results, so nothing is evaluated again. */
function settledOf(job: Job, periods: readonly Period[], results: readonly Result[]): ReadonlyMap<string, number> {
  const last = periods.at(-1);
  const known: typeof evaluateOne = (_, agreement, { span }) =>
    results.filter(
      ({ level, period }) => level.agreement === agreement && span.start <= period.start && period.end <= span.end,
    );
  const runs: readonly CreditRun[] = last ? creditRuns(job, last, known) : [];
  const reports = periods.flatMap((period) => creditReports(job, runs, period));
  return new Map(reports.map(({ month, plan, settled: { value } }) => [`${month} ${plan}`, Number(value)]));
}

const byMonth = (results: readonly Result[]): ReadonlyMap<string, ReadonlyMap<string, string>> =>
  new Map(
    [...Map.groupBy(results, ({ period }) => period.id)].map(([month, own]) => [
      month,
      new Map(own.map(({ level, group, verdict }) => [nameOf(level, group), verdict])),
    ]),
  );

const nameOf = ({ agreement, id }: Result["level"], group: string | null): string =>
  [agreement, id, ...(group === null ? [] : [group])].join("/");

describe("the story is in the results", () => {
  test.each(chapters)("$month", ({ month, shows }) => {
    const own = verdicts.get(month);
    expect(Object.fromEntries(Object.keys(shows).map((level) => [level, own?.get(level)]))).toEqual(shows);
  });

  test("a critical service level is missed, missed again, and then met six times", () => {
    const said = (month: string) => verdicts.get(month)?.get(wonBack.level);
    expect(wonBack.missed.map(said)).toEqual(["missed", "missed"]);
    expect(wonBack.met.map(said)).toEqual(["met", "met", "met", "met", "met", "met"]);
  });

  test("the second miss costs more than the first, half of it comes back, and a held result costs nothing", () => {
    const of = (month: string, plan = "meridian-credits") => settled.get(`${month} ${plan}`) ?? 0;
    // 30 % of 10 % of 307 250.00 is 9 217.50; times 1.5 it is 13 826.25, and half of that 6 913.13
    expect(of("2025-01")).toBeGreaterThan(9217);
    expect(of("2025-02")).toBeGreaterThan(13_826);
    expect(of("2025-08")).toBeLessThan(-6913);
    // a quarter of one line's half of 11 800.00 is 1 475.00, and 450.00 for the line restored too late
    expect(of("2025-02", "quillnet-credits")).toBe(1925);
    // without the dispute, 30 % of 10 % of 318 003.75, of which two fifths
    expect(of("2025-11")).toBeLessThan(3816);
    expect(of("2024-06")).toBe(0);
  });

  test("the bad quarter is worse than any other, and the second year better than the first", () => {
    const misses = [...verdicts.values()].map((own) => [...own.values()].filter((each) => each === "missed").length);
    const sum = (from: number, until: number) => misses.slice(from, until).reduce((a, b) => a + b, 0);
    const quarters = [0, 3, 6, 9, 12, 15, 18, 21].map((from) => sum(from, from + 3));
    expect(quarters).toHaveLength(8);
    // January to March 2025 is the fourth; no other quarter has a third of its misses
    expect(quarters.filter((each) => each * 3 > (quarters[3] ?? 0))).toEqual([quarters[3]]);
    expect(sum(12, 24) * 2).toBeLessThan(sum(0, 12));
  });

  test("every row of every file is used", () => expect(left).toBe(0));
});

test("the story is told in the folder of the contract", async () =>
  expect(await readFile(storyFile, "utf8")).toContain(storyTable()));
