import { describe, expect, test } from "vitest";
import { type Story, told } from "./run-story.ts";
import { oneEvent } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";

const secondSet = {
  "    free_until": `      - from: 2026-06-11
        set_by: piet-sorby
        notice_given: 2026-02-20
        reason: The booking system now takes payments.
        shares: {uptime: 30%, portal: 10%}
    free_until`,
};

/** Plans that give a share of an amount. Charges of the frame: booking 80 000.00, desk 20 000.00, a circuit 3 000.00. */
const stories: Readonly<Record<string, Story>> = {
  "a pool: at risk x category x level": {
    plan: "pool-allocation",
    months: [
      // 100 000 x 10 % x 50 % x 40 %
      { month: "2026-01", results: { uptime: "missed 99.2%", repair: "met 97%" }, credit: "2000.00" },
      // uptime 2 000 + portal 10 000 x 50 % x 60 % + repair 10 000 x 50 % x 70 %
      {
        month: "2026-02",
        results: { uptime: "missed 99.2%", portal: "missed 98%", repair: "missed 80%", calls: "met 91%" },
        credit: "8500.00",
        lines: { uptime: "2000.00", portal: "3000.00", repair: "3500.00", calls: "0.00" },
      },
      // between the marks costs nothing under this plan
      { month: "2026-03", results: { uptime: "at minimum 99.7%" }, credit: "0.00" },
    ],
  },
  "a pool without categories, allotted beyond the amount at risk: what is above lapses": {
    plan: "pool-allocation",
    changes: {
      "total: exactly 100%": "total: free",
      "        categories: {availability: 50%, support: 50%}\n": "",
      "uptime: 40%, portal: 60%, repair: 70%, calls: 30%": "uptime: 60%, portal: 50%, repair: 40%",
    },
    months: [
      // 6 000 + 5 000 + 4 000 = 15 000, at risk 10 000
      {
        month: "2026-01",
        results: { uptime: "missed", portal: "missed 97%", repair: "missed 80%" },
        credit: "10000.00",
        lines: { uptime: "4000.00", portal: "3333.33", repair: "2666.67" },
      },
    ],
  },
  "a pool of one incident: both credits": {
    plan: "pool-allocation",
    changes: {
      "uptime: 40%, portal: 60%, repair: 70%, calls: 30%": "uptime: 40%, portal: 60%, repair: 15%, calls: 85%",
    },
    months: [
      // 10 000 x 50 % x (40 % + 15 %) = 2 000 + 750
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%" },
        stated: [oneEvent("I-5", ["uptime", "repair"])],
        credit: "2750.00",
      },
    ],
  },
  "a weight of the amount at risk of each line": {
    plan: "weight-times-at-risk",
    changes: {
      [charges]: "from: 2026-01-01, amount: 100000.00 GBP",
      "share: 10%, of: desk-at-risk": "share: 90%, of: desk-at-risk",
    },
    months: [
      // booking 40 000 at risk x 15 %; desk 2 000 at risk x 90 %
      {
        month: "2026-01",
        results: { uptime: "missed 99%", repair: "missed 80%" },
        credit: "7800.00",
        lines: { uptime: "6000.00", repair: "1800.00" },
      },
    ],
  },
  "a weight that is free for 120 days from the start": {
    plan: "weight-times-at-risk",
    changes: { [charges]: "from: 2026-01-01, amount: 25000.00 GBP" },
    months: [
      // at risk 10 000 x 10 %; a month that begins within the free days is free
      { month: "2026-03", results: { portal: "missed 98%" }, credit: "0.00" },
      { month: "2026-04", results: { portal: "missed 98%" }, credit: "0.00" },
      { month: "2026-05", results: { portal: "missed 98%" }, credit: "1000.00" },
    ],
  },
  "a weight that changes inside a month holds from the next": {
    plan: "weight-times-at-risk",
    changes: { [charges]: "from: 2026-01-01, amount: 25000.00 GBP", "uptime: 15%": "uptime: 20%", ...secondSet },
    months: [
      { month: "2026-06", results: { uptime: "missed 99%" }, credit: "2000.00" }, // 10 000 x 20 %
      { month: "2026-07", results: { uptime: "missed 99%" }, credit: "3000.00" }, // 10 000 x 30 %
    ],
  },
  "a weight that changes inside a month by days": {
    plan: "weight-times-at-risk",
    changes: {
      [charges]: "from: 2026-01-01, amount: 25000.00 GBP",
      "uptime: 15%": "uptime: 20%",
      "pinned at the start": "by days",
      ...secondSet,
    },
    // 10 000 x (10 x 20 % + 20 x 30 %) / 30
    months: [{ month: "2026-06", results: { uptime: "missed 99%" }, credit: "2666.67" }],
  },
  "thirds are rounded once, in the sum": {
    plan: "weight-times-at-risk",
    changes: {
      [charges]: "from: 2026-01-01, amount: 2500.00 GBP",
      "uptime: 15%, portal: 10%": "uptime: 33.333333333333%, portal: 33.333333333333%, batch: 33.333333333334%",
      "levels: [uptime, portal]": "levels: [uptime, portal, batch]",
      "    free_until: {portal: 2026-04-30}": "    # none is free",
    },
    months: [
      // 1 000.00 in all; each third alone would be 333.33, and 999.99 together: the penny stands on one line
      {
        month: "2026-01",
        results: { uptime: "missed 99%", portal: "missed 98%", batch: "missed 20m" },
        credit: "1000.00",
        lines: { uptime: "333.33", portal: "333.33", batch: "333.34" },
      },
    ],
  },
  "a currency without a smaller unit": {
    plan: "weight-times-at-risk",
    changes: {
      GBP: "JPY",
      [charges.replace("GBP", "JPY")]: "from: 2026-01-01, amount: 1234567 JPY",
      "share: 40%, of: booking-charges": "share: 100%, of: booking-charges",
      "uptime: 15%": "uptime: 7.5%",
    },
    // 92 592.525
    months: [{ month: "2026-01", results: { uptime: "missed 99%" }, credit: "92593" }],
  },
  "charges of two currencies, converted at the stored rate": {
    plan: "weight-times-at-risk",
    changes: {
      "    bases:\n": `    currency: EUR
    rates:
      - {of: GBP, from: 2026-01-01, rate: 0.92, source: Rate of the invoice date}
    bases:
      euro-charges: {amount: 60000.00 EUR}
      pound-charges: {charges: [desk-run], of: month of the miss}
      both: {sum: [euro-charges, pound-charges]}
`,
      "share: 40%, of: booking-charges": "share: 10%, of: both",
      "      booking-charges: {charges: [booking-run], of: month of the miss}\n": "",
      "uptime: 15%": "uptime: 5%",
    },
    // (60 000 + 20 000 x 0.92) x 10 % x 5 % = 78 400 x 0.5 %
    months: [{ month: "2026-01", results: { uptime: "missed 99%" }, credit: "392.00" }],
  },
  "weight x severity": {
    plan: "weight-times-severity",
    months: [
      // 10 000 x 30 % x 0.5
      { month: "2026-01", results: { uptime: "at minimum 99.7%" }, credit: "1500.00" },
      // 10 000 x 30 %; 10 000 x 20 % x 0.5
      {
        month: "2026-02",
        results: { uptime: "missed 99.1%", repair: "missed 85%" },
        credit: "4000.00",
        lines: { uptime: "3000.00", repair: "1000.00" },
      },
      // just below the mark a quarter, far below all of it
      { month: "2026-03", results: { repair: "at minimum 94%" }, credit: "500.00" },
      { month: "2026-04", results: { repair: "missed 60%" }, credit: "2000.00" },
    ],
  },
  "a percentage for each level missed, capped in the month": {
    plan: "percent-of-fee",
    changes: {
      [charges]: "from: 2026-01-01, amount: 1000.00 GBP",
      "charges: [booking-run, desk-run], of: month": "charges: [booking-run], of: month",
    },
    months: [
      // 3 x 30.00 = 90.00, at most 60.00
      {
        month: "2026-01",
        results: { uptime: "missed 99%", portal: "missed 98%", calls: "missed 80%" },
        credit: "60.00",
        lines: { uptime: "20.00", portal: "20.00", calls: "20.00" },
      },
      { month: "2026-02", results: { uptime: "at minimum 99.6%" }, credit: "0.00" },
      { month: "2026-03", results: { uptime: "not rated", calls: "met 95%" }, credit: "0.00" },
    ],
  },
  "what is above the limit waits for the next month, where the plan says so": {
    plan: "percent-of-fee",
    changes: {
      [charges]: "from: 2026-01-01, amount: 1000.00 GBP",
      "charges: [booking-run, desk-run], of: month": "charges: [booking-run], of: month",
      "at_most: {share: 6%, of: charges}, excess: lapses": "at_most: {share: 6%, of: charges}, excess: carried",
    },
    months: [
      // 90.00: 60.00 now, 30.00 wait
      {
        month: "2026-01",
        results: { uptime: "missed 99%", portal: "missed 98%", calls: "missed 80%" },
        credit: "60.00",
      },
      // 30.00 of January and 30.00 of its own: a line comes to no more than it gives
      { month: "2026-02", results: { calls: "missed 80%" }, credit: "60.00", lines: { calls: "30.00" } },
      { month: "2026-03", results: { calls: "met 95%" }, credit: "0.00" },
    ],
  },
  "what is passed through is no part of the base": {
    plan: "percent-of-fee",
    changes: {
      [charges]: "from: 2026-01-01, amount: 20000.00 GBP",
      "  circuits:    {":
        "  travel: {title: Travel at cost, per: month, kind: pass-through, amounts: [{from: 2026-01-01, amount: 12000.00 GBP}]}\n  circuits:    {",
      "share: 3%": "share: 15%",
      "share: 6%, of: charges": "share: 100%, of: charges",
    },
    // (20 000 + 20 000) x 15 %
    months: [{ month: "2026-01", results: { uptime: "missed 99%" }, credit: "6000.00" }],
  },
};

describe("credits as shares of an amount", () =>
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months)));
