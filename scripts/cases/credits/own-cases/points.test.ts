import { ownCases } from "./own-case.ts";

const linear = "S05-points-linear";
const gbp = { currency: "GBP" };
const bands = [
  { level: "target", at_least: "98.0", points: 0 },
  { level: "minor", at_least: "97.0", points: 2 },
  { level: "severe", at_least: null, points: 5 },
];

ownCases([
  {
    id: "PT-04",
    scheme: linear,
    // 7 points at 0.4 % of 50,000
    input: { ...gbp, charges: "50000.00", total_points: 7, pct_per_point: "0.4" },
    expected: { credit_pct: "2.8", credit: "1400.00" },
  },
  {
    id: "PT-05: exactly at the cap is reached",
    scheme: linear,
    // 25 × 0.4 % = 10 %
    input: { ...gbp, charges: "50000.00", total_points: 25, pct_per_point: "0.4", cap_pct_of_charges: "10" },
    expected: { uncapped: "5000.00", credit: "5000.00", cap_reached: true },
  },
  {
    id: "PT-05: above the cap",
    scheme: linear,
    input: { ...gbp, charges: "50000.00", total_points: 40, pct_per_point: "0.4", cap_pct_of_charges: "10" },
    expected: { uncapped: "8000.00", credit: "5000.00", cap_reached: true },
  },
  {
    id: "ED-03: a period without events breaks no chain",
    scheme: linear,
    input: { bands, round_places: 1, repeat_multiplier: 2, periods: ["97.5", "not_applicable", "96.0"] },
    expected: { points: [2, 0, 10], repeat: [false, false, true] },
  },
  {
    id: "CO-04: three months of notice",
    scheme: linear,
    input: { notice_given: "2025-04-01", changes_already_this_contract_year: 0, min_notice_months: 3 },
    expected: { accepted: true, earliest_effective: "2025-07-01" },
  },
  {
    id: "ED-17: worse than reported",
    scheme: linear,
    // 2 points before, 5 after, at 0.5 % of 40,000
    input: {
      ...gbp,
      charges: "40000.00",
      pct_per_point: "0.5",
      bands,
      reported: "97.2",
      restated: "96.1",
      already_credited: "400.00",
    },
    expected: { old_points: 2, new_points: 5, new_credit: "1000.00", delta: "600.00" },
  },
  {
    id: "ED-18: better than reported",
    scheme: linear,
    input: {
      ...gbp,
      charges: "40000.00",
      pct_per_point: "0.5",
      bands,
      reported: "97.2",
      restated: "98.3",
      already_credited: "400.00",
    },
    expected: { new_points: 0, new_credit: "0.00", delta: "-400.00" },
  },
  {
    id: "PT-07",
    scheme: "S06-points-table",
    // 22 points reach the row of 20
    input: {
      currency: "CAD",
      points: 22,
      table: [
        { points: 10, pct: "2" },
        { points: 20, pct: "6" },
        { points: 30, pct: "10" },
      ],
      lookup: "highest_row_reached",
      base: "next_month_billing",
      base_amount: "5000.00",
    },
    expected: { pct: "6", credit: "300.00" },
  },
  {
    id: "PT-08: the first points are free",
    scheme: "S06-points-table",
    input: { currency: "CAD", points: 9, table: [{ points: 10, pct: "2" }], base_amount: "5000.00" },
    expected: { pct: "0", credit: "0.00" },
  },
  {
    id: "PT-10: between two rows, the next one",
    scheme: "S06-points-table",
    input: {
      currency: "CAD",
      points: 12,
      table: [
        { points: 10, pct: "2" },
        { points: 20, pct: "6" },
      ],
      lookup: "next_higher_row",
      base_amount: "5000.00",
    },
    expected: { pct: "6", credit: "300.00" },
  },
  {
    id: "PT-11, PT-18: whole steps, exactly",
    scheme: "S07-points-money-per-point",
    // 0.3 below at 0.1 a step; binary numbers find two
    input: { ...gbp, target: "99.0", value: "98.7", step: "0.1", step_rounding: "whole_steps", point_value: "2.50" },
    expected: { points: 3, credit: "7.50", wrong_float_points: 2 },
  },
  {
    id: "CS-04: slab and marginal",
    scheme: "S08-points-marginal-bands",
    // 7 × 200 against 5 × 100 + 2 × 200
    input: {
      currency: "USD",
      violations: 7,
      tiers: [
        { from_n: 1, to_n: 5, amount_each: "100.00" },
        { from_n: 6, to_n: null, amount_each: "200.00" },
      ],
      variants: ["slab", "marginal"],
    },
    expected: { credits: ["1400.00", "900.00"] },
  },
  {
    id: "PT-16: two caps",
    scheme: "S26-points-over-allowance-two-caps",
    // 20 % of each: 1,600, 1,000 (of 1,500), 900; 10 % of 30,000 over all
    input: {
      ...gbp,
      services: [
        { name: "catering", element: "10000.00", computed: "1600.00" },
        { name: "cleaning", element: "5000.00", computed: "1500.00" },
        { name: "estates", element: "8000.00", computed: "900.00" },
      ],
      cap_each_pct: "20",
      cap_total_pct: "10",
      support_elements_total: "30000.00",
    },
    expected: {
      after_service_caps: ["1600.00", "1000.00", "900.00"],
      sum: "3500.00",
      total_cap: "3000.00",
      deduction: "3000.00",
    },
  },
]);
