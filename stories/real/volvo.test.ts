import { describe, expect, test } from "vitest";
import { figureOf, partOf, realJob, resultsOf } from "./real-job.ts";

const records = [
  "volvo-incidents=bpic2013_volvo/BPIC13_incidents.xes.gz",
  "volvo-problems=bpic2013_volvo/BPIC13_closed_problems.xes.gz",
  "volvo-open-problems=bpic2013_volvo/BPIC13_open_problems.xes.gz",
];

describe("incidents and problems of a log in XES", { timeout: 30_000 }, () => {
  test("7,554 incidents and 1,841 problems, every event used: 465 problems stand in both logs and are one each", async (context) => {
    const { files, job } = await realJob(context, "volvo", records);
    expect(files.map(({ rows, used }) => rows - used)).toEqual([0, 0, 0]);
    expect(files.map(({ rows }) => rows)).toEqual([65_533, 6660, 2351]);
    expect([job.byKind.incidents?.length, job.byKind.problems?.length]).toEqual([7554, 1487 + 819 - 465]);
  });

  test.for([
    ["2012-03", 14_715, 9], // 4:05:15
    ["2012-04", 9388, 103], // 2:36:28
    ["2012-05", 7496, 7544], // 2:04:56
  ] as const)(
    "%s: the median of what clocks showed, without waits for the user",
    async ([month, median, stopped], context) => {
      const found = resultsOf(await realJob(context, "volvo", records), month).get("restore-time");
      expect([figureOf(found), found?.measurement.items.filter(({ counted }) => counted).length]).toEqual([
        median,
        stopped,
      ]);
    },
  );

  test("in May 2012 the log ends: nearly all was resolved then, and what was late had been for long", async (context) => {
    const results = resultsOf(await realJob(context, "volvo", records), "2012-05");
    expect([partOf(results.get("resolution")), partOf(results.get("problems-closed"))]).toEqual([
      "6881 of 7116",
      "175 of 186",
    ]);
  });
});
