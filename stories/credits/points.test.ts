import { describe, expect, test } from "vitest";
import { runStory, type Story, told } from "./run-story.ts";
import { amountFor, factsFor } from "./said.ts";

/** Plans that count points, and one whose deductions are entered. Charges: 100 000.00 a month. */
const stories: Readonly<Record<string, Story>> = {
  "bands of points, double in the month after a failure, never double again": {
    plan: "points-linear",
    months: [
      // minor 1; severe 3 x 2; severe 3 x 2 again; each point 0.5 % of 100 000
      { month: "2026-01", results: { portal: "missed 98.5%" }, points: "1", credit: "500.00" },
      { month: "2026-02", results: { portal: "missed 96.5%" }, points: "6", credit: "3000.00" },
      { month: "2026-03", results: { portal: "missed 96.5%" }, points: "6", credit: "3000.00" },
      // a month without events breaks no row, a met one does
      { month: "2026-04", results: { portal: "not rated" }, points: "0", credit: "0.00" },
      { month: "2026-05", results: { portal: "missed 98.5%" }, points: "2", credit: "1000.00" },
      { month: "2026-06", results: { portal: "met 99.2%" }, points: "0", credit: "0.00" },
      { month: "2026-07", results: { portal: "missed 98.5%" }, points: "1", credit: "500.00" },
    ],
  },
  "a minor failure after a severe one counts double too": {
    plan: "points-linear",
    months: [
      { month: "2026-01", results: { portal: "missed 96.5%" }, points: "3", credit: "1500.00" },
      { month: "2026-02", results: { portal: "missed 98.5%" }, points: "2", credit: "1000.00" },
      { month: "2026-03", results: { portal: "missed 96.5%" }, points: "6", credit: "3000.00" },
    ],
  },
  "the figure is rounded half up before it is looked up": {
    plan: "points-linear",
    // 98.95 is 99.0 with one decimal and meets; 98.94 is 98.9 and is minor; 95.94 is 95.9, below every band
    months: [
      { month: "2026-01", results: { portal: "met 98.95%" }, points: "0", credit: "0.00" },
      { month: "2026-02", results: { portal: "missed 98.94%" }, points: "1", credit: "500.00" },
      { month: "2026-03", results: { portal: "missed 95.94%" }, points: "8", credit: "4000.00" },
    ],
  },
  "the cap of points": {
    plan: "points-linear",
    changes: { "share: 0.5%": "share: 2%" },
    months: [
      { month: "2026-01", results: { portal: "missed 90%" }, points: "4", credit: "8000.00" },
      // 8 points x 2 % = 16 %, at most 10 %
      { month: "2026-02", results: { portal: "missed 90%" }, points: "8", credit: "10000.00" },
    ],
  },
  "points of all levels pick a row, of the charges of the next month": {
    plan: "points-table",
    changes: { "amount: 20000.00 GBP}]": "amount: 20000.00 GBP}, {from: 2026-03-01, amount: 45000.00 GBP}]" },
    months: [
      // 10 + 10 + 3 = 23: 6 % of 100 000 of February
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%", satisfaction: "missed 80%" },
        points: "23",
        credit: "6000.00",
        lines: { uptime: "2608.69", repair: "2608.70", satisfaction: "782.61" }, // the penny left over: on the first of the largest,
      },
      // 10: 2 % of the 125 000 of March
      { month: "2026-02", results: { uptime: "missed 99%" }, points: "10", credit: "2500.00" },
      // 8: below the table
      { month: "2026-03", results: { calls: "missed 80%", satisfaction: "missed 70%" }, points: "8", credit: "0.00" },
      // 10 + 10 + 5 + 3 = 28
      {
        month: "2026-04",
        results: { uptime: "missed", repair: "missed 80%", calls: "missed 80%", satisfaction: "missed 70%" },
        points: "28",
        credit: "10000.00", // 8 % of 125 000
      },
    ],
  },
  "a price for each point": {
    plan: "money-per-point",
    months: [
      // 99.0 - 98.5 = 5 steps of 0.1
      { month: "2026-01", results: { portal: "missed 98.5%" }, points: "5", credit: "200.00" },
      // 98.46 is compared as 98.5; calls 90 - 87.4 = 2 whole steps of 5 points
      {
        month: "2026-02",
        results: { portal: "missed 98.46%", calls: "missed 87.4%" },
        points: "15",
        credit: "600.00",
        lines: { portal: "200.00", calls: "400.00" },
      },
      // less than a whole step
      { month: "2026-03", results: { calls: "missed 89.4%" }, points: "0", credit: "0.00" },
    ],
  },
  "points above the allowance, each band by itself": {
    plan: "points-marginal",
    months: [
      // 12 x 10 = 120: 80 x 3.00 + 20 x 3.00 x 1.2
      { month: "2026-01", results: { repair: late(12) }, points: "120", credit: "312.00" },
      // 25 x 10 = 250: 240 + 100 x 3.60 + 50 x 4.50
      { month: "2026-02", results: { repair: late(25) }, points: "250", credit: "825.00" },
      // 20: the allowance
      { month: "2026-03", results: { repair: late(2) }, points: "20", credit: "0.00" },
      // 21: one point
      {
        month: "2026-04",
        results: { repair: late(2), catering: "missed 90%" },
        stated: [factsFor("catering", { failures_same_criterion: "1" })],
        points: "21",
        credit: "3.00",
      },
    ],
  },
  "entered deductions, within the cap of each element and of all": {
    plan: "two-caps",
    months: [
      // catering 9 000 -> 6 000 (20 % of 30 000); cleaning 3 500; estates 12 000 -> 10 000; all 19 500 -> 12 000
      {
        month: "2026-01",
        results: { catering: "missed 80%", cleaning: "missed 90%", estates: "missed 60%" },
        stated: [
          amountFor("catering", "9000.00 GBP"),
          amountFor("cleaning", "3500.00 GBP"),
          amountFor("estates", "12000.00 GBP"),
        ],
        credit: "12000.00",
        lines: { catering: "3692.31", cleaning: "2153.85", estates: "6153.84" },
      },
      {
        month: "2026-02",
        results: { catering: "missed 90%", cleaning: "met 96%" },
        stated: [amountFor("catering", "9000.00 GBP")],
        credit: "6000.00",
      },
    ],
  },
};

function late(count: number) {
  return { says: "missed 80%", late: count, of: 200 };
}

describe("credits by points", () => {
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months));

  test("a restated month changes the months that look back to it", () => {
    const of = (first: string): readonly string[] => {
      const months = [
        { month: "2026-01", results: { portal: first }, credit: "" },
        { month: "2026-02", results: { portal: "missed 98.4%" }, credit: "" },
      ];
      return told({ plan: "points-linear", months }).map(({ credit }) => credit ?? "");
    };
    // reported 99.3 and 98.4: 0 and 1 point; restated 98.7: 1 point, and the 1 of February doubles
    expect(of("met 99.3%")).toEqual(["0.00", "500.00"]);
    expect(of("missed 98.7%")).toEqual(["500.00", "1000.00"]);
  });

  test("an amount that nobody entered gives nothing, and is told", () => {
    const months = [{ month: "2026-01", results: { catering: "missed 80%" }, credit: "0.00" }];
    const [month] = runStory({ plan: "two-caps", months });
    expect(month?.statement.findings.map(({ code }) => code)).toEqual(["fact-missing"]);
  });
});
