import { describe, expect, test } from "vitest";
import { flagsOf } from "../../src/desk/flags.ts";
import { figureOf, partOf, realJob, resultsOf } from "./real-job.ts";

const records = ["boston-requests=boston311_jul_sep_2011/boston311_2011_jul_sep_slim.csv.gz"];

describe("31,828 service requests of a city, each with the due date and the flag of the source", {
  timeout: 30_000,
}, () => {
  test("the flag equals ours on all 25,101 that have due date, closing and flag; together every record is accounted for", async (context) => {
    const flags = flagsOf(await realJob(context, "boston", records), "requests-sla/all-requests");
    const count = (is: (cell: (typeof flags.cells)[number]) => boolean): number =>
      flags.cells.filter(is).reduce((sum, each) => sum + each.count, 0);
    expect(flags.stopped).toEqual({ compared: 25_101, equal: 25_101 });
    expect(flags.differing).toEqual([]);
    expect(count(({ ours, theirs }) => ours === "open and overdue" && theirs === "late")).toBe(1631);
    expect(count(({ ours, theirs }) => ours === "not rated (no target)" && theirs !== null)).toBe(5013);
    expect(count(({ theirs }) => theirs === null)).toBe(83);
    expect([count(() => true), 25_101 + 1631 + 5013 + 83]).toEqual([31_828, 31_828]);
  });

  test("by month, as counted from the rows: late in the month of the due date, in time in that of the closing", async (context) => {
    const ready = await realJob(context, "boston", records);
    const by = ["2011-07", "2011-08", "2011-09"].map((month) => resultsOf(ready, month));
    expect(by.map((all) => partOf(all.get("all-requests")))).toEqual(["5072 of 5908", "7003 of 8760", "6208 of 7939"]);
    expect(by.map((all) => partOf(all.get("inspections")))).toEqual(["235 of 638", "538 of 1069", "403 of 895"]);
    // 142:36:50, 287:21:43 and 340:18:19 at rank ceil(0.9 n) of 6,912, 9,681 and 8,483 closings
    expect(by.map((all) => figureOf(all.get("days-to-do")))).toEqual([513_410, 1_034_503, 1_225_099]);
  });

  test("1,534 were closed in July without a due date: not known, so that the figure lies on both sides of the target", async (context) => {
    const july = resultsOf(await realJob(context, "boston", records), "2011-07").get("all-requests");
    expect(july?.measurement.items.filter(({ why }) => why.code === "due-missing").length).toBe(1534);
    expect(july?.verdict).toBe("undetermined");
  });
});
