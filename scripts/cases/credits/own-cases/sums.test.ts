import { ownCases } from "./own-case.ts";

const shortfall = "S11-linear-shortfall";
const matrix = "S15-fixed-amount-matrix";
const units = "S18-unit-rate-unavailability";
const usd = { currency: "USD" };
const gbp = { currency: "GBP" };

ownCases([
  {
    id: "LI-01: what becomes of a begun step",
    scheme: shortfall,
    // 1.4 below: 2.8 %, one step, two steps of 5,000
    input: {
      ...usd,
      fees: "5000.00",
      target: "99.0",
      actual: "97.6",
      step: "1",
      pct_per_step: "2",
      variants: ["linear", "full_steps_only", "started_steps"],
    },
    expected: {
      results: [
        { steps: "1.4", pct: "2.8", credit: "140.00" },
        { steps: "1", pct: "2", credit: "100.00" },
        { steps: "2", pct: "4", credit: "200.00" },
      ],
    },
  },
  {
    id: "LI-04: the percentage is rounded first",
    scheme: shortfall,
    // 31 h of 744: 95.8333… %; 4.2 % and 4.1667 % of 3,000
    input: { ...usd, monthly_fee: "3000.00", month_days: 31, hours_down: 31, round_places: 1 },
    expected: { uptime_pct: "95.8", credit: "126.00", credit_if_not_rounded: "125.00" },
  },
  {
    id: "LI-05: one percent for each point",
    scheme: shortfall,
    input: { ...gbp, charges: "2000.00", target: "98", actual: "90.5" },
    expected: { credit_pct: "7.5", credit: "150.00" },
  },
  {
    id: "LI-09: 0.3 are three steps",
    scheme: shortfall,
    input: { ...usd, mrc: "100.00", target: "99.9", actual: "99.6", step: "0.1", pct_per_step: "2" },
    expected: { steps: 3, credit: "6.00", wrong_float_steps: 2 },
  },
  {
    id: "CO-01: one to one",
    scheme: shortfall,
    input: { ...gbp, charges: "10000.00", target: "98", actual: "75" },
    expected: { credit_pct: "23", credit: "2300.00" },
  },
  {
    id: "FX-04: by the priority of the class",
    scheme: "S14-unit-credit",
    // 21,600 / 43,200 × 24 × 60 %
    input: { avg_month_volume: 21600, period_minutes: 43200, exception_minutes: 24, priority_pct: "60" },
    expected: { transactions: "7.20" },
  },
  {
    id: "FX-10: a second regime",
    scheme: matrix,
    // 15 % against 0.3 × 200,000 / 60 = 1,000 a day
    input: { currency: "EUR", value: "200000.00", pct: "15", incident: "delay" },
    expected: { credit: "30000.00", ratio_to_daily_damages: 30 },
  },
  {
    id: "FX-11: a sum for each",
    scheme: matrix,
    input: { ...gbp, incident: "escape", prisoners: 2, amount: "40000.00" },
    expected: { deduction: "80000.00" },
  },
  {
    id: "FX-07: late items at the rate of the period",
    scheme: "S16-per-item-credit",
    // 17 of 20 are 85 %: 20 % of 250 for each of 3
    input: { ...usd, installs: 20, on_time: 17, install_charge: "250.00" },
    expected: { on_time_pct: "85.00", late: 3, pct: "20", credit: "150.00" },
  },
  {
    id: "FX-09: days of delay",
    scheme: "S17-delay-damages",
    // 0.3 × 90,000 / 45 = 600 a day
    input: { currency: "EUR", value: "90000.00", duration_days: 45, factor: "0.3", delay_days: 4 },
    expected: { per_day: "600.00", damages: "2400.00" },
  },
  {
    id: "UD-02: the rate that is shown is not the rate",
    scheme: units,
    // 10,000 / 3,000 = 3.3333…; × 30 = 100, with 3.3 it would be 99
    input: { ...gbp, annual_charge: "10000.00", total_weighting: 3000, weight: 30, periods: 1 },
    expected: { area_rate_exact: "3.3333...", deduction: "100.00", deduction_with_displayed_rate: "99.00" },
  },
  {
    id: "UD-03: still used, the sixth of its kind",
    scheme: units,
    // 2 × 40 × 3 × 0.5 × 1.5
    input: {
      ...gbp,
      area_rate: "2.00",
      weight: 40,
      periods: 3,
      unavailable_but_used: true,
      failures_same_criterion: 6,
    },
    expected: { used_factor: "0.5", repetition_factor: "1.5", deduction: "180.00" },
  },
  {
    id: "UD-04: the ninth",
    scheme: units,
    input: { ...gbp, area_rate: "2.00", weight: 40, periods: 1, failures_same_criterion: 9 },
    expected: { repetition_factor: "2", deduction: "160.00" },
  },
]);
