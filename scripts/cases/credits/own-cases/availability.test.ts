import { ownCases } from "./own-case.ts";

const scheme = "S09-availability-tiers";
const usd = { currency: "USD" };
const tiers = [
  { at_least: "99.9", pct: "0" },
  { at_least: "99.0", pct: "10" },
  { at_least: "95.0", pct: "25" },
  { at_least: null, pct: "100" },
];

ownCases([
  {
    id: "CL-01, CL-03: the last row is the whole charge",
    scheme,
    input: { ...usd, charges: "3000.00", uptime: "94.99", tiers },
    expected: { pct: "100", credit: "3000.00" },
  },
  {
    id: "CL-04: the highest of each event, then the cap",
    scheme,
    // 15 + 10 + 10 = 35, at most 25 % of 2,000
    input: {
      ...usd,
      mrc: "2000.00",
      cap_pct: "25",
      events: [
        { id: "E1", credits_pct: ["15", "5"] },
        { id: "E2", credits_pct: ["10"] },
        { id: "E3", credits_pct: ["10", "10"] },
      ],
    },
    expected: { per_event_pct: ["15", "10", "10"], uncapped_pct: "35", pct: "25", credit: "500.00" },
  },
  {
    id: "CL-07: the minutes of a month",
    scheme,
    // (44,640 − 446.4) would be 99 %; 500 of 44,640 is 98.88 %
    input: { ...usd, charges: "400.00", month: "2025-03", down_minutes: 500, tiers },
    expected: { availability_pct: "98.88", pct: "25", credit: "100.00" },
  },
  {
    id: "CL-08: begun on the 16th, the fee by days, over the time in service",
    scheme,
    // base 3,000 × 15/30; 100 of 21,600 minutes: 99.537 %
    input: {
      ...usd,
      monthly_fee: "3000.00",
      service_start_day: 16,
      days_in_month: 30,
      in_service_minutes: 21600,
      downtime_minutes: 100,
      tiers,
    },
    expected: { base: "1500.00", availability_pct: "99.54", pct: "10", credit: "150.00" },
  },
  {
    id: "CL-08: the active days are given",
    scheme,
    // 20 % of 3,100 × 10/31
    input: { ...usd, monthly_fee: "3100.00", active_days: 10, days_in_month: 31, tier_pct: "20" },
    expected: { base: "1000.00", credit: "200.00" },
  },
  {
    id: "CL-11: a claim on the last day",
    scheme,
    input: {
      ...usd,
      charges: "500.00",
      credit_pct: "10",
      incident_month: "2025-03",
      claim_received: "2025-05-31",
      claim_deadline_cycles: 2,
    },
    expected: { eligible: true, credit: "50.00" },
  },
  {
    id: "CL-11: a claim a day late",
    scheme,
    input: {
      ...usd,
      charges: "500.00",
      credit_pct: "10",
      incident_month: "2025-03",
      claim_received: "2025-06-01",
      claim_deadline_cycles: 2,
    },
    expected: { eligible: false, reason: "late_claim", credit: "0.00" },
  },
  {
    id: "CL-12: the rounding decides",
    scheme,
    input: {
      ...usd,
      charges: "1000.00",
      value_exact: "99.8961...",
      tiers,
      variants: [{ places: 1, mode: "half_up" }, { places: 2, mode: "down" }, { places: null }],
    },
    expected: {
      results: [
        { rounded: "99.9", row: "99.9", credit: "0.00" },
        { rounded: "99.89", row: "99.0", credit: "100.00" },
        { rounded: null, row: "99.0", credit: "100.00" },
      ],
    },
  },
  {
    id: "CL-12: rounded to two places before the look",
    scheme,
    // 43 of 43,200 minutes: 99.9005 %, which is 99.90
    input: { ...usd, charges: "1000.00", month_minutes: 43200, down_minutes: 43, round_before_lookup: true, tiers },
    expected: { pct: "0", credit: "0.00" },
  },
  {
    id: "CL-16: resolved of all, by bands",
    scheme,
    // 91 of 100
    input: {
      ...usd,
      monthly_fee: "7000.00",
      total: 100,
      resolved: 91,
      bands: [
        { at_least: "95", pct: "0" },
        { at_least: "90", pct: "20" },
        { at_least: null, pct: "50" },
      ],
    },
    expected: { availability_pct: "91", pct: "20", credit: "1400.00" },
  },
  {
    id: "a table that is printed with two ends leaves no gap",
    scheme,
    // 99.45 lies between 99.4 and 99.5 as they are printed
    input: {
      ...usd,
      monthly_fee: "100.00",
      availability: "99.45",
      target_pct: "99.9",
      tiers: [
        { from_pct: "99.5", to_pct: "99.8", pct: "5" },
        { from_pct: "99.0", to_pct: "99.4", pct: "10" },
      ],
    },
    expected: { pct: "10", credit: "10.00" },
  },
  {
    id: "a figure above all rows that are printed with two ends",
    scheme,
    input: {
      ...usd,
      monthly_fee: "100.00",
      availability: "99.95",
      tiers: [
        { from_pct: "99.5", to_pct: "99.9", pct: "5" },
        { from_pct: "99.0", to_pct: "99.5", pct: "10" },
      ],
    },
    expected: { credit: "0.00" },
  },
  {
    id: "one incident breaks two levels",
    scheme,
    input: {
      ...usd,
      monthly_fee: "2000.00",
      incident: "I-4",
      breaches: [
        { sl: "uptime", pct: "10" },
        { sl: "repair", pct: "15" },
      ],
      choice: "highest",
    },
    expected: { chosen: "repair", pct: "15", credit: "300.00" },
  },
  {
    id: "the client chooses a level by its name",
    scheme,
    input: {
      ...usd,
      monthly_fee: "2000.00",
      breaches: [
        { sl: "uptime", pct: "10" },
        { sl: "repair", pct: "15" },
      ],
      choice: "uptime",
    },
    expected: { chosen: "uptime", credit: "200.00" },
  },
  {
    id: "ED-07: over the time in service, and over the month",
    scheme,
    // 216 of 21,600 and of 43,200
    input: {
      month: "2025-06",
      service_start: "2025-06-16",
      down_minutes: 216,
      variants: ["in_service_time", "whole_month"],
    },
    expected: { results: ["99.00", "99.50"] },
  },
  {
    id: "ED-22: only the days of use",
    scheme,
    // 10 % of 3,000; 10 % of 3,000 × 12/30
    input: { ...usd, monthly_fee: "3000.00", tier_pct: "10", days: 30, used_days: 12 },
    expected: { credit: "300.00", if_only_used_days: "120.00" },
  },
  {
    id: "ED-25: whole minutes, cut",
    scheme,
    // 0.1 % of 40,320 and 44,640; of 12 hours a day: 20,160 and 22,320
    input: { days: [28, 31], hours_per_day: [24, 12], target_pct: "99.9" },
    expected: {
      permitted_minutes: [
        [40, 44],
        [20, 22],
      ],
      rounding: "down",
    },
  },
  {
    id: "ED-34: months of different length",
    scheme,
    input: { days: [28, 30, 31] },
    expected: { agreed_minutes: [40320, 43200, 44640] },
  },
  {
    id: "ED-33: more than all",
    scheme,
    // (720 − 2) / (720 − 10)
    input: { total_hours: 720, down_hours: 2, excused_hours: 10 },
    expected: { computed: "101.13", clamped: "100" },
  },
  {
    id: "slots of a year",
    scheme,
    // 40 of 35,040 quarters of an hour
    input: { ...usd, mrc: "900.00", slots_per_year: 35040, unavailable_slots: 40, tiers },
    expected: { availability_pct: "99.886", pct: "10", credit: "90.00" },
  },
]);
