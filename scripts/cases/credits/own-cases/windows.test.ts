import { ownCases } from "./own-case.ts";

const usd = { currency: "USD" };
const improve = "R01-continuous-improvement";
const chronic = "S21-chronic-failure-annual";
const deemed = "S28-deemed-failure-and-misreporting";

ownCases([
  {
    id: "AR-12: the third miss in the window costs",
    scheme: "S20-count-in-window-trigger",
    input: {
      ...usd,
      expected: "99.5",
      minimum: "98.0",
      default_at_count: 3,
      window_months: 12,
      credit_per_default: "700.00",
      months: [
        { month: "2025-01", value: "99.1" },
        { month: "2025-04", value: "97.5" },
        { month: "2025-06", value: "99.4" },
      ],
    },
    expected: {
      results: [
        { month: "2025-01", state: "below_expected", occurrence: 1, credit: "0.00" },
        { month: "2025-04", state: "below_minimum", occurrence: 2, credit: "700.00" },
        { month: "2025-06", state: "below_expected", occurrence: 3, credit: "700.00" },
      ],
    },
  },
  {
    id: "WI-03: two full blocks",
    scheme: chronic,
    // 2 × 4 % of 50,000
    input: { ...usd, annual_fee: "50000.00", failures_in_12_months: 29, block: 10, pct_per_block: "4" },
    expected: { blocks: 2, credit: "4000.00" },
  },
  {
    id: "WI-04: the fee of the year of the tenth failure",
    scheme: chronic,
    input: {
      ...usd,
      annual_fee: "60000.00",
      base_year: "year_of_tenth_failure",
      failures_in_12_months: 10,
      block: 10,
      pct_per_block: "5",
    },
    expected: { blocks: 1, credit: "3000.00" },
  },
  {
    id: "CS-01",
    scheme: "S23-composite-score",
    // 40 % × 90 + 60 % × 70 = 78; 5 % of 4,000
    input: {
      currency: "BRL",
      monthly_fee: "4000.00",
      indicators: [
        { weight_pct: "40", score: "90" },
        { weight_pct: "60", score: "70" },
      ],
      bands: [
        { at_least: "90", deduct_pct: "0" },
        { at_least: "75", deduct_pct: "5" },
        { at_least: null, deduct_pct: "10" },
      ],
    },
    expected: { score: "78", deduct_pct: "5", deduction: "200.00" },
  },
  {
    id: "ED-01: no report came",
    scheme: deemed,
    input: { ...usd, monthly_fee: "6000.00", report_due: "2025-05-08", report_received: null, worst_tier_pct: "25" },
    expected: { status: "deemed_failed", credit: "1500.00" },
  },
  {
    id: "PT-17: reported wrongly",
    scheme: deemed,
    // 2 × 5 × 80
    input: { currency: "GBP", deduction_per_failure: "80.00", misreported_failures: 2, multiplier: 5 },
    expected: { deduction: "800.00" },
  },
  {
    id: "RA-01: half way to the average",
    scheme: improve,
    input: { level: "98.0", twelve_month_average: "99.0", all_months_above: true },
    expected: { new_level: "98.5" },
  },
  {
    id: "RA-03: a twentieth of the distance to 100",
    scheme: improve,
    input: { minimum: "98.0", add_pct_of_gap: "5" },
    expected: { gap: "2.0", new_minimum: "98.1" },
  },
  {
    id: "RA-04: one month was not above",
    scheme: improve,
    input: { level: "98.0", twelve_month_average: "99.0", all_months_above: false },
    expected: { new_level: "98.0" },
  },
]);
