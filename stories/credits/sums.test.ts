import { describe, expect, test } from "vitest";
import { exactDecimal } from "../../src/engine/number/decimal.ts";
import { runStory, type Story, told } from "./run-story.ts";
import { factsFor, flagOn, invoice } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";

/** Plans of agreed amounts, of units and of states. */
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
  "a late installation at the rate of the month": {
    plan: "per-item",
    months: [
      // 46 of 50 in time
      { month: "2026-01", results: { installs: { says: "met 92%", late: 4, of: 50 } }, credit: "0.00" },
      // 43 of 50: 20 % of 800 for each of 7
      { month: "2026-02", results: { installs: { says: "missed 86%", late: 7, of: 50 } }, credit: "1120.00" },
      // 39 of 50: 40 % for each of 11
      { month: "2026-03", results: { installs: { says: "missed 78%", late: 11, of: 50 } }, credit: "3520.00" },
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
};

describe("credits by agreed amounts, units and states", () => {
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
