import { describe, expect, test } from "vitest";
import { type Story, told } from "./run-story.ts";
import { flagOn } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";

/** Plans that count misses, that look at all levels at once, and that take silence for a failure. */
const stories: Readonly<Record<string, Story>> = {
  "below the minimum at once, between the marks from the fourth time": {
    plan: "count-in-window",
    months: [
      { month: "2026-01", results: { uptime: "at minimum 99.6%" }, credit: "0.00" }, // 1st
      { month: "2026-02", results: { uptime: "missed 99.4%" }, credit: "2000.00" }, // 2nd
      { month: "2026-03", results: { uptime: "not rated" }, credit: "0.00" },
      { month: "2026-04", results: { uptime: "at minimum 99.6%" }, credit: "0.00" }, // 3rd
      { month: "2026-05", results: { uptime: "at minimum 99.6%" }, credit: "2000.00" }, // 4th
    ],
  },
  "a miss leaves the window after twelve months": {
    plan: "count-in-window",
    months: [
      ...missesOf(["2026-10"], "0.00"),
      ...["2026-11", "2026-12"].map(met),
      ...missesOf(["2027-01"], "0.00"),
      met("2027-02"),
      ...missesOf(["2027-03"], "0.00"),
      ...["2027-04", "2027-05"].map(met),
      ...missesOf(["2027-06"], "2000.00"), // 4th since October
      ...["2027-07", "2027-08", "2027-09", "2027-10"].map(met),
      ...missesOf(["2027-11"], "2000.00"), // October has left the window: January, March, June, November
    ],
  },
  "a second failure within three months": {
    plan: "count-in-window",
    months: [
      calls("2026-01", "missed 80%", "0.00"),
      ...["2026-02", "2026-03", "2026-04"].map((month) => calls(month, "met 95%", "0.00")),
      calls("2026-05", "missed 80%", "0.00"),
      calls("2026-06", "met 95%", "0.00"),
      calls("2026-07", "missed 80%", "1500.00"), // May, June, July: two
    ],
  },
  "a chronic failure: each full ten within twelve months": {
    plan: "chronic-failure",
    changes: {
      [charges]: "from: 2026-01-01, amount: 10500.00 GBP",
      "charges: [booking-run, desk-run]": "charges: [booking-run]",
    },
    months: [
      ...monthsOf(9).map((month) => calls(month, "missed 80%", "0.00")),
      calls("2026-10", "missed 80%", "6300.00"), // 5 % of 126 000
      calls("2026-11", "missed 80%", "0.00"), // the 11th begins no full block
      // 23 late repairs: two full tens, 2 x 0.1 % of 126 000
      { month: "2026-12", results: { repair: { says: "missed 80%", late: 23, of: 100 } }, credit: "252.00" },
    ],
  },
  "a critical failure replaces credits, up to the cap of the year": {
    plan: "critical-failure",
    months: [
      // the accrued 5 000 fall away; charges 80 000, the cap leaves 60 000
      {
        month: "2026-01",
        results: { uptime: "missed 90%" },
        stated: [flagOn("critical failure")],
        credit: "60000.00",
      },
      // nothing is left
      { month: "2026-02", results: { uptime: "missed 99%" }, credit: "0.00" },
      { month: "2027-01", results: { uptime: "missed 99%", repair: "at minimum 92%" }, credit: "6000.00" },
      { month: "2027-02", results: { uptime: "missed 90%" }, stated: [flagOn("critical failure")], credit: "54000.00" },
    ],
  },
  "a score of all levels": {
    plan: "composite-score",
    months: [
      // 40 % x 100 + 35 % x 90 + 25 % x 80 = 91.5: 2 % of 100 000
      {
        month: "2026-01",
        results: { repair: "met 100%", calls: "met 90%", satisfaction: "missed 80%" },
        credit: "2000.00",
      },
      // without calls: (40 x 100 + 25 x 60) / 65 = 84.62: 5 %
      {
        month: "2026-02",
        results: { repair: "met 100%", calls: "not rated", satisfaction: "missed 60%" },
        credit: "5000.00",
      },
      { month: "2026-03", results: { repair: "met 99%", calls: "met 95%", satisfaction: "met 96%" }, credit: "0.00" },
    ],
  },
  "a score in which a level without a figure counts in full": {
    plan: "composite-score",
    changes: { "shared among the others": "counts in full" },
    months: [
      // 40 + 35 + 25 % x 60 = 90: 2 %
      {
        month: "2026-01",
        results: { repair: "met 100%", calls: "not rated", satisfaction: "missed 60%" },
        credit: "2000.00",
      },
    ],
  },
  "what is not measured is the worst row": {
    plan: "deemed-failure",
    months: [
      { month: "2026-01", results: { uptime: "undetermined 99.95%" }, credit: "16000.00" }, // 20 % of 80 000
      { month: "2026-02", results: { uptime: "missed" }, credit: "16000.00" }, // so deemed by the agreement itself
      { month: "2026-03", results: { repair: "held" }, credit: "6000.00" }, // 40 000 x 15 %
      // misreported: as five failures, 5 % x 5
      {
        month: "2026-04",
        results: { uptime: "at minimum 99.7%" },
        stated: [flagOn("misreported", "uptime")],
        credit: "20000.00",
      },
    ],
  },
  "or is held until the figure is there": {
    plan: "deemed-failure",
    changes: { "    undetermined: missed\n    held: missed\n": "" },
    months: [{ month: "2026-01", results: { uptime: "undetermined 99.95%", repair: "held" }, credit: "0.00" }],
  },
};

function missesOf(months: readonly string[], credit: string) {
  return months.map((month) => ({ month, results: { uptime: "at minimum 99.6%" }, credit }));
}

function met(month: string) {
  return { month, results: { uptime: "met 99.95%" }, credit: "0.00" };
}

function calls(month: string, says: string, credit: string) {
  return { month, results: { calls: says }, credit };
}

function monthsOf(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `2026-${String(index + 1).padStart(2, "0")}`);
}

describe("credits by windows, critical failures, scores and silence", () =>
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months)));
