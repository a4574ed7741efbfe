import { describe, expect, test } from "vitest";
import { exactDecimal } from "../../src/engine/number/decimal.ts";
import { runStory, type Story, told } from "./run-story.ts";
import { factsFor, flagOn, invoice } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";

/** Plans of agreed amounts, of units and windows, of states and scores. */
const stories: Readonly<Record<string, Story>> = {
  "agreed amounts by the excess, and for each record": {
    plan: "fixed-matrix",
    months: [
      { month: "2026-01", results: { batch: "missed 24m" }, credit: "938.00" }, // 9 minutes over 15
      { month: "2026-02", results: { batch: "missed 15m 30s" }, credit: "188.00" },
      { month: "2026-03", results: { batch: "missed 15m 31s" }, credit: "375.00" },
      { month: "2026-04", results: { batch: "missed 46m" }, credit: "1500.00" },
      { month: "2026-05", results: { installs: "missed 80%" }, credit: "500.00" },
      // 2 x 1 000 + 1 x 250
      {
        month: "2026-06",
        results: {
          milestone: { says: "missed 60%", late: 2, of: 5 },
          repair: { says: "at minimum 94%", late: 1, of: 16 },
        },
        credit: "2250.00",
      },
    ],
  },
  "damages in proportion to the days planned": {
    plan: "delay-damages",
    months: [
      // 100 000 x 0.3 x 1 / 60
      {
        month: "2026-01",
        results: { milestone: { says: "missed 0%", late: 1 } },
        stated: [invoice("value", "100000.00 GBP"), factsFor("milestone", { delay_days: "1", duration_days: "60" })],
        credit: "500.00",
      },
      // 100 000 x 0.3 x 25 / 60 = 12 500, at most 10 %
      {
        month: "2026-02",
        results: { milestone: { says: "missed 0%", late: 1 } },
        stated: [invoice("value", "100000.00 GBP"), factsFor("milestone", { delay_days: "25", duration_days: "60" })],
        credit: "10000.00",
      },
      // the value is not known yet: the failure stands, the money waits
      {
        month: "2026-03",
        results: { milestone: { says: "missed 0%", late: 1 } },
        stated: [factsFor("milestone", { delay_days: "2", duration_days: "60" })],
        credit: "waiting for base",
      },
      // nothing failed: nothing is waited for
      { month: "2026-04", results: { milestone: "met 100%" }, credit: "0.00" },
    ],
  },
  "units that cannot be used, for one to three periods": {
    plan: "weighted-units",
    months: [
      // 2 000 x 3 % = 60 a period
      ...(["1", "2", "3"] as const).map((periods, index) => ({
        month: `2026-0${index + 1}`,
        results: { "ticket-hall": "missed 90%" },
        stated: [factsFor("ticket-hall", { periods, failures_same_criterion: "1" })],
        credit: ["60.00", "120.00", "180.00"][index] ?? "",
      })),
      // used all the same: half; the fifth failure of a criterion: one and a half
      {
        month: "2026-04",
        results: { "ticket-hall": "missed 90%" },
        stated: [
          factsFor("ticket-hall", { periods: "2", failures_same_criterion: "5" }),
          flagOn("still used", "ticket-hall"),
        ],
        credit: "90.00", // 120 x 0.5 x 1.5
      },
      // 2 000 x 97 % x 1 x 2
      {
        month: "2026-05",
        results: { "control-room": "missed 90%" },
        stated: [factsFor("control-room", { periods: "1", failures_same_criterion: "9" })],
        credit: "3880.00",
      },
    ],
  },
  "transactions at the price of the month": {
    plan: "unit-credit",
    months: [
      // 10.25 transactions x 6.50 = 66.625
      {
        month: "2026-01",
        results: { portal: "missed 98%" },
        stated: [
          invoice("price", "6.50 GBP"),
          factsFor("portal", { exception_minutes: "1", avg_month_volume: "10.25", period_minutes: "1" }),
        ],
        credit: "66.63",
      },
      // 30 000 / 43 920 x 15 = 10.24590 x 6.50 = 66.59836
      {
        month: "2026-02",
        results: { portal: "missed 98%" },
        stated: [
          invoice("price", "6.50 GBP"),
          factsFor("portal", { exception_minutes: "15", avg_month_volume: "30000", period_minutes: "43920" }),
        ],
        credit: "66.60",
      },
    ],
  },
  "states of towers": {
    plan: "tower-state",
    changes: { [charges]: "from: 2026-01-01, amount: 120000.00 GBP", "amount: 20000.00 GBP": "amount: 50000.00 GBP" },
    months: [
      // desk: two failures, 3 % of 50 000, once; booking: none
      {
        month: "2026-01",
        results: { uptime: "met 99.95%", repair: "missed 80%", calls: "missed 80%", satisfaction: "met 90%" },
        credit: "1500.00",
      },
      // booking: three failures, 8 % of 120 000; desk: two
      {
        month: "2026-02",
        results: {
          uptime: "missed 99%",
          portal: "missed 98%",
          batch: "missed 30m",
          repair: "missed 80%",
          calls: "missed 80%",
        },
        credit: "11100.00",
        lines: { uptime: "9600.00", portal: "0.00", batch: "0.00", repair: "1500.00", calls: "0.00" },
      },
    ],
  },
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

describe("credits by agreed amounts, units, windows, states and scores", () => {
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months));

  test("transactions are credited in units, not in money", () => {
    const stated = [
      invoice("price", "6.50 GBP"),
      factsFor("uptime", { exception_minutes: "20", avg_month_volume: "43920", period_minutes: "43920" }),
    ];
    const [month] = runStory({
      plan: "unit-credit",
      months: [{ month: "2026-01", results: { uptime: "missed 99%" }, stated, credit: "0.00" }],
    });
    const [line] = month?.statement.lines ?? [];
    // 20 minutes x 43 920 / 43 920 x 0.6
    expect([line?.unit, line && exactDecimal(line.given), month?.statement.credit.n]).toEqual([
      "transactions",
      "12",
      0n,
    ]);
  });

  test("the state of a tower stands on the line", () => {
    const results = { repair: "missed 80%", calls: "missed 80%" };
    const [month] = runStory({ plan: "tower-state", months: [{ month: "2026-01", results, credit: "" }] });
    expect(month?.statement.lines.map(({ row }) => row)).toEqual(["at risk", null]);
  });
});
