import { describe, expect, test } from "vitest";
import { type Story, told } from "./run-story.ts";
import { claimed } from "./said.ts";

const charges = "from: 2026-01-01, amount: 80000.00 GBP";
const circuits = "from: 2026-01-01, amount: 6000.00 GBP";
const of = (amount: string) => ({ [charges]: `from: 2026-01-01, amount: ${amount} GBP` });

/** Plans that look the distance up in rows, or count it in steps and units. */
const stories: Readonly<Record<string, Story>> = {
  "tiers of availability, edges included": {
    plan: "availability-tiers",
    changes: { ...of("42000.00"), "99.90%": "99.99%" },
    months: [
      { month: "2026-01", results: { uptime: "missed 99.0%" }, stated: [claimed("2026-02-15")], credit: "4200.00" },
      { month: "2026-02", results: { uptime: "missed 98.99%" }, stated: [claimed("2026-03-15")], credit: "12600.00" },
      { month: "2026-03", results: { uptime: "missed 94%" }, stated: [claimed("2026-04-15")], credit: "42000.00" },
      { month: "2026-04", results: { uptime: "met 99.995%" }, credit: "0.00" },
    ],
  },
  "other rows": {
    plan: "availability-tiers",
    changes: { ...of("18500.00"), "99.90%": "99.99%", "share: 30%": "share: 25%" },
    months: [
      { month: "2026-01", results: { uptime: "missed 99.5%" }, stated: [claimed("2026-02-15")], credit: "1850.00" },
    ],
  },
  "tiers of a twelfth of the yearly fee": {
    plan: "availability-tiers",
    changes: {
      ...of("120000.00"),
      "Booking system, per: month": "Booking system, per: year",
      "{from: 99.90%, share: 0%}": "{from: 99.95%, share: 0%}",
      "{from: 99.00%, share: 10%}": "{from: 99.75%, share: 5%}",
      "{from: 95.00%, share: 30%}": "{from: 99.50%, share: 7.5%}",
      "at least 99.90%": "at least 99.95%",
    },
    months: [
      // 120 000 / 12 x 7.5 %
      { month: "2026-01", results: { uptime: "missed 99.60%" }, stated: [claimed("2026-02-15")], credit: "750.00" },
    ],
  },
  "a claim that came late, or never, gives nothing": {
    plan: "availability-tiers",
    months: [
      { month: "2026-01", results: { uptime: "missed 99.2%" }, stated: [claimed("2026-04-20")], credit: "not claimed" },
      { month: "2026-02", results: { uptime: "missed 99.2%" }, credit: "not claimed" },
    ],
  },
  "an agreement that begins inside a month pays by its days": {
    plan: "availability-tiers",
    changes: {
      ...of("31000.00"),
      "    from: 2026-01-01\n    period: month": "    from: 2026-01-16\n    period: month",
    },
    months: [
      // 31 000 x 16 / 31 = 16 000, of which 10 %
      { month: "2026-01", results: { uptime: "missed 99.2%" }, stated: [claimed("2026-02-15")], credit: "1600.00" },
      { month: "2026-02", results: { uptime: "missed 99.2%" }, stated: [claimed("2026-03-15")], credit: "3100.00" },
    ],
  },
  "less than the least amount lapses": {
    plan: "availability-tiers",
    changes: of("8.00"),
    // 0.80 of 1.00
    months: [
      { month: "2026-01", results: { uptime: "missed 99.2%" }, stated: [claimed("2026-02-15")], credit: "0.00" },
    ],
  },
  "less than the least amount is raised": {
    plan: "availability-tiers",
    changes: { ...of("12.00"), "share: 10%": "share: 2%", "below: lapses": "below: raised" },
    // 0.24 of 1.00
    months: [
      { month: "2026-01", results: { uptime: "missed 99.2%" }, stated: [claimed("2026-02-15")], credit: "1.00" },
    ],
  },
  "rounded to whole percent before the row is picked": {
    plan: "availability-tiers",
    changes: {
      ...of("500.00"),
      "level: uptime": "level: portal",
      "compare_at: 1 decimal": "compare_at: 0 decimals",
      "{from: 99.90%, share: 0%}": "{from: 99%, share: 0%}",
      "{from: 99.00%, share: 10%}": "{from: 98%, share: 10%}",
      "{from: 95.00%, share: 30%}": "{from: 97%, share: 20%}",
    },
    months: [
      // 98.4 is 98; 98.6 would be 99 and is met
      { month: "2026-01", results: { portal: "missed 98.4%" }, stated: [claimed("2026-02-15")], credit: "50.00" },
      { month: "2026-02", results: { portal: "met 98.6%" }, credit: "0.00" },
    ],
  },
  "each outage by itself, in the row of its own minutes": {
    plan: "outage-each",
    changes: { [circuits]: "from: 2026-01-01, amount: 2400.00 GBP" },
    months: [
      // of 1 200: an hour 10 % and five hours 25 %; as one outage of six hours they would be 25 %
      {
        month: "2026-01",
        results: {
          "circuit circuit-a": {
            says: "missed 99.2%",
            down: [
              [1, 1],
              [3, 5],
            ],
          },
        },
        credit: "420.00",
      },
      // three times twelve hours: 3 x 40 % is more than the charge of the circuit
      {
        month: "2026-02",
        results: {
          "circuit circuit-a": {
            says: "missed 94%",
            down: [
              [1, 12],
              [3, 12],
              [5, 12],
            ],
          },
        },
        credit: "1200.00",
      },
    ],
  },
  "minutes of outage, each circuit by its own charge": {
    plan: "outage-duration",
    changes: { [circuits]: "from: 2026-01-01, amount: 2400.00 GBP" },
    months: [
      // 250 minutes: 25 % of 1 200; 43 minutes: 5 %
      {
        month: "2026-01",
        results: {
          "circuit circuit-a": { says: "missed 99.4%", down: 250 },
          "circuit circuit-b": { says: "missed 99.9%", down: 43 },
        },
        credit: "360.00",
        lines: { "circuit circuit-a": "300.00", "circuit circuit-b": "60.00" },
      },
      // 44 is the next row; 2 000 minutes the last
      {
        month: "2026-02",
        results: {
          "circuit circuit-a": { says: "missed 99.8%", down: 44 },
          "circuit circuit-b": { says: "missed 95%", down: 2000 },
        },
        credit: "720.00",
        lines: { "circuit circuit-a": "120.00", "circuit circuit-b": "600.00" },
      },
    ],
  },
  "begun steps below the target": {
    plan: "shortfall",
    changes: { ...of("4000.00"), "at least 99.90%": "at least 99.99%" },
    months: [
      // 0.24 is three begun steps of 0.1; 0.30 is three; 0.31 four
      { month: "2026-01", results: { uptime: "at minimum 99.75%" }, credit: "120.00" },
      { month: "2026-02", results: { uptime: "at minimum 99.69%" }, credit: "120.00" },
      { month: "2026-03", results: { uptime: "at minimum 99.68%" }, credit: "160.00" },
    ],
  },
  "three times the distance, and everything beyond 15 points": {
    plan: "shortfall",
    changes: of("1500.00"),
    months: [
      { month: "2026-01", results: { portal: "missed 97.0%" }, credit: "90.00" }, // 2 x 3 %
      { month: "2026-02", results: { portal: "missed 84.0%" }, credit: "675.00" }, // 15 x 3 %
      { month: "2026-03", results: { portal: "missed 83.9%" }, credit: "1500.00" }, // 15.1
    ],
  },
  "whole points only": {
    plan: "shortfall",
    changes: { "amount: 20000.00 GBP": "amount: 10000.00 GBP" },
    months: [
      { month: "2026-01", results: { calls: "met 90.00%" }, credit: "0.00" },
      { month: "2026-02", results: { calls: "missed 89.40%" }, credit: "0.00" },
      { month: "2026-03", results: { calls: "missed 87.40%" }, credit: "200.00" },
    ],
  },
  "half a percent for each point, exactly": {
    plan: "shortfall",
    changes: { "amount: 20000.00 GBP": "amount: 10000.00 GBP", "at least 85%": "at least 98%" },
    months: [
      { month: "2026-01", results: { satisfaction: "missed 75%" }, credit: "1150.00" }, // 23 x 0.5 %
      { month: "2026-02", results: { satisfaction: "missed 97.25%" }, credit: "37.50" }, // 0.75 x 0.5 %
    ],
  },
  "hours that were not had": {
    plan: "time-units",
    changes: of("10000.00"),
    months: [
      // 3.5 h of 720 h
      { month: "2026-01", results: { uptime: { says: "missed 99.5%", down: 210 } }, credit: "48.61" },
      // 720 h of a month of 672: half of the charge at most
      { month: "2026-02", results: { uptime: { says: "missed 0%", down: 40320 } }, credit: "5000.00" },
    ],
  },
  "hours at their value": {
    plan: "time-units",
    changes: of("2160.00"),
    // 2 160 / 720 = 3.00 an hour, 2.25 h
    months: [{ month: "2026-01", results: { uptime: { says: "at minimum 99.7%", down: 135 } }, credit: "6.75" }],
  },
  "a first block beyond the allowance, then begun hours": {
    plan: "time-units",
    changes: of("1000.00"),
    months: [
      // 1 % of 44 640 minutes are allowed: 446.4. 447 minutes begin the first block
      { month: "2026-01", results: { portal: { says: "missed 98.9%", down: 447 } }, credit: "100.00" },
      // February: 403.2 allowed, 590 down: 186.8 beyond; 66.8 after the first block are two begun hours
      { month: "2026-02", results: { portal: { says: "missed 98.5%", down: 590 } }, credit: "200.00" },
      // 1 000 down: 553.6 beyond, 433.6 after the first block: 8 hours, 50 %, at most 25 %
      { month: "2026-03", results: { portal: { says: "missed 97.7%", down: 1000 } }, credit: "250.00" },
    ],
  },
  "begun half hours of a circuit": {
    plan: "time-units",
    months: [
      // 61 minutes are three: 15 % of 3 000; 30 are one
      {
        month: "2026-01",
        results: {
          "circuit circuit-a": { says: "missed 99.8%", down: 61 },
          "circuit circuit-b": { says: "missed 99.8%", down: 30 },
        },
        credit: "600.00",
        lines: { "circuit circuit-a": "450.00", "circuit circuit-b": "150.00" },
      },
    ],
  },
};

describe("credits by rows, steps and units", () =>
  test.each(Object.entries(stories))("%s", (_, story) => expect(told(story)).toEqual(story.months)));
