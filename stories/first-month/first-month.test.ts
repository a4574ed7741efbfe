import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { explainEverywhere, explainFigure, explainRecord } from "../../src/desk/explain.ts";
import { reportsOf } from "../../src/desk/make-reports.ts";
import { readInstant } from "../../src/desk/read-instant.ts";
import { periodsNamed } from "../../src/desk/report-periods.ts";
import { type ReadyJob, runJob } from "../../src/desk/run-job.ts";
import type { Period } from "../../src/engine/period/result.ts";
import { nodesOf } from "../../src/engine/report/explain/derivation.ts";
import type { LevelReport, Report } from "../../src/engine/report/report.ts";

/** The story and its arithmetic are told in README.md; here it is run from the files to the report. */
const folder = import.meta.dirname;
let ready: ReadyJob;
let march: Period;
let report: Report;
let level: LevelReport;

beforeAll(async () => {
  const known = readInstant("2026-04-08T00:00Z");
  const records = [`desk-log=${join(folder, "incidents.csv")}`];
  ready = await runJob({ contract: folder, records, besides: [], asKnown: known, now: known });
  march = periodsNamed(ready.job, "2026-03")[0] as Period;
  report = [...reportsOf(ready, [march], { engine: "test" })][0] as Report;
  level = report.agreements[0]?.levels[0] as LevelReport;
});

describe("March at Quayside Libraries", () => {
  test("the month", () => {
    expect(report.answer).toBe("March 2026: 0 of 1 met, 1 at minimum.");
    expect(level.figure).toEqual({ text: "60.00 %", of: "3 of 5", value: 60 });
    expect(level.raw).toMatchObject({ text: "66.67 %", of: "4 of 6" });
    expect(level.verdict).toBe("at minimum");
    expect(level.bounds).toBeNull();
  });

  test("every row of the file is accounted for", () =>
    expect(report.files[0]).toMatchObject({ rows: 17, used: 17, repeated: 0, held: 0, left: 0 }));

  test("the misses, the newest first", () =>
    expect(level.misses.map(({ record, judged, elapsed, allowed }) => [record, judged, elapsed, allowed])).toEqual([
      ["Q-5", "Mon 16 Mar 2026 15:00:00", "5:30:00", "4:00:00"],
      ["Q-4", "Fri 13 Mar 2026 09:00:00", "9:00:01", "8:00:00"],
    ]));

  const clocks: readonly (readonly [record: string, answer: string, clock: string])[] = [
    ["Q-1", "good", "8:00:00 against 8:00:00"],
    ["Q-2", "good", "4:00:00 against 4:00:00"],
    ["Q-3", "good", "8:00:00 against 8:00:00"],
    ["Q-4", "not good", "9:00:01 against 8:00:00"],
    ["Q-5", "not good", "5:30:00 against 4:00:00"],
  ];
  test.each(clocks)("%s is %s", (record, answer, clock) => {
    const { tree, checked } = explainRecord(ready, { period: march, of: "sla/resolution", show: "all" }, record);
    expect(tree.text).toBe(answer);
    expect(nodesOf(tree).map(({ title }) => title)).toContainEqual(expect.stringMatching(new RegExp(`${clock}$`)));
    expect(checked.differences).toEqual([]);
  });

  test("why two of them do not count", () => {
    const why = (record: string) =>
      explainEverywhere(ready, march, record).map(({ answer, because }) => [answer, because]);
    expect(why("Q-6")).toEqual([["does not count", expect.stringContaining("Raised twice")]]);
    expect(why("Q-7")).toEqual([["does not count", expect.stringMatching(/still running/)]]);
  });

  test("the checker recomputes the figure from the rows of the file", () => {
    const { tree, checked } = explainFigure(ready, { period: march, of: "sla/resolution", show: "all" });
    expect(tree.text).toBe("at minimum");
    expect(checked.differences).toEqual([]);
    expect(checked.values).toBeGreaterThan(100);
  });
});
