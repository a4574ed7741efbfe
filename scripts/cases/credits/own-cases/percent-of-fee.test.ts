import { ownCases } from "./own-case.ts";

const scheme = "S04-percent-of-fee-per-level";
const usd = { currency: "USD" };

ownCases([
  {
    id: "AR-07: each level of its own base",
    scheme,
    // 5 % of 20,000 and 10 % of 8,000
    input: {
      ...usd,
      recurring: "20000.00",
      mrc: "8000.00",
      failures: [
        { sl: "availability", credit_pct: "5", base: "recurring" },
        { sl: "repair", credit_pct: "10", base: "mrc" },
      ],
    },
    expected: {
      credits: [
        { sl: "availability", credit: "1000.00" },
        { sl: "repair", credit: "800.00" },
      ],
      total: "1800.00",
    },
  },
  {
    id: "AR-08: one miss",
    scheme,
    input: { ...usd, monthly_billing: "2500.00", pct_at_risk: "3", missed: 1 },
    expected: { credit: "75.00", counted_failures: 1 },
  },
  {
    id: "TE-07: a percentage of the charge of a month",
    scheme,
    input: { ...usd, mrc: "10000.00", pct: "20" },
    expected: { credit: "2000.00" },
  },
  {
    id: "TE-08: half of the month at most",
    scheme,
    // 65 % of 9,000 = 5,850, at most 4,500
    input: { ...usd, monthly_charge: "9000.00", computed_pct: "65", month_cap_pct: "50" },
    expected: { uncapped: "5850.00", capped: "4500.00" },
  },
  {
    id: "TE-09: four months of fees in a year",
    scheme,
    // cap 40,000, 38,500 used: 1,500 of the 3,000 are left
    input: {
      ...usd,
      monthly_charge: "10000.00",
      computed: "3000.00",
      annual_cap_months: 4,
      month_cap_pct: "50",
      credited_this_year: "38500.00",
    },
    expected: { annual_cap: "40000.00", credit: "1500.00", annual_cap_reached: true, lapsed: "1500.00" },
  },
  {
    id: "TE-09: the cap of the month bites, that of the year does not",
    scheme,
    input: {
      ...usd,
      monthly_charge: "10000.00",
      computed_pct: "70",
      annual_cap_months: 4,
      month_cap_pct: "50",
      credited_this_year: "0.00",
    },
    expected: { credit: "5000.00", annual_cap_reached: false },
  },
  {
    id: "TE-18: so much for each issue",
    scheme,
    // 3 × 10 % of 4,000
    input: { ...usd, mrc: "4000.00", issues: 3, pct_each: "10", cap_pct: "100" },
    expected: { credit: "1200.00", quarter_total: "1200.00" },
  },
  {
    id: "EV-01: the highest of one event",
    scheme,
    input: {
      ...usd,
      incident: "I-7",
      rebates: [
        { sl: "SL-A", amount: "300.00" },
        { sl: "SL-B", amount: "450.00" },
      ],
      policy: "highest",
    },
    expected: { credit: "450.00", counted_failures: 2 },
  },
  {
    id: "EV-02: the client chooses the lower one",
    scheme,
    input: {
      ...usd,
      credits: [
        { sl: "SL-A", amount: "300.00" },
        { sl: "SL-B", amount: "450.00" },
      ],
      policy: "customer_choice",
      chosen: "SL-A",
      choice_deadline_passed: false,
    },
    expected: { credit: "300.00" },
  },
  {
    id: "EV-02: after the deadline the highest is paid",
    scheme,
    input: {
      ...usd,
      credits: [
        { sl: "SL-A", amount: "300.00" },
        { sl: "SL-B", amount: "450.00" },
      ],
      policy: "customer_choice",
      chosen: "SL-A",
      choice_deadline_passed: true,
    },
    expected: { credit: "450.00" },
  },
  {
    id: "EV-02: the client chooses among percentages of the fee",
    scheme,
    input: {
      ...usd,
      total_ongoing_fee: "10000.00",
      failures: [
        { sl: "SL-A", credit_pct: "3" },
        { sl: "SL-B", credit_pct: "5" },
      ],
      policy: "customer_choice",
      chosen: "SL-A",
    },
    expected: { credit: "300.00", counted_failures: 2 },
  },
  {
    id: "ED-32: a silent contract adds up",
    scheme,
    input: {
      ...usd,
      incident: "I-8",
      credits: [
        { sl: "SL-A", amount: "300.00" },
        { sl: "SL-B", amount: "450.00" },
      ],
    },
    expected: { credit: "750.00", counted_failures: 2 },
  },
  {
    id: "ED-04: no month before",
    scheme,
    input: { current_pct: "96.4", previous_pct: null, target_pct: "97" },
    expected: { value: "96.4", passed: false },
  },
  {
    id: "ED-04: with and without a month before",
    scheme,
    // (96.4 + 98.0) / 2
    input: { current_pct: "96.4", variants: [{ previous_pct: "98.0" }, { previous_pct: null }] },
    expected: { results: ["97.2", "96.4"] },
  },
  {
    id: "ED-05: how many of 50 must be in time",
    scheme,
    // 95 % of 50 = 47.5
    input: { tickets: 50, late: 3, target_pct: "95" },
    expected: { required_in_time: 48, passed: false, value: "94.00" },
  },
  {
    id: "ED-20: no invoice follows",
    scheme,
    input: { ...usd, credits_due: "2300.00", remaining_invoices: 0 },
    expected: { settlement: "cash_payment", amount: "2300.00" },
  },
  {
    id: "ED-21: the cap lapses, the rest of the invoice waits",
    scheme,
    // at most 50 % of 20,000: 1,200 lapse; 6,500 are set off, 3,500 wait
    input: {
      ...usd,
      monthly_fee: "20000.00",
      computed: "11200.00",
      cap_pct: "50",
      open_invoice_amount: "6500.00",
    },
    expected: { capped: "10000.00", lapsed: "1200.00", set_off_now: "6500.00", carried: "3500.00" },
  },
  {
    id: "ED-21: what is due against an invoice",
    scheme,
    input: { ...usd, credits_due: "900.00", open_invoice_amount: "600.00" },
    expected: { set_off_now: "600.00", carried: "300.00" },
  },
  {
    id: "ED-22: begun in the middle, and cancelled",
    scheme,
    // 10 % of 3,100 × 16/31 = 160; whole; cancelled: none
    input: {
      ...usd,
      monthly_fee: "3100.00",
      credit_pct: "10",
      months: [
        { m: "2025-01", days: 31, active_days: 16, cancelled: false },
        { m: "2025-02", days: 28, active_days: 28, cancelled: false },
        { m: "2025-03", days: 31, active_days: 10, cancelled: true },
      ],
    },
    expected: { credits: ["160.00", "310.00", "0.00"], quarter_total: "470.00" },
  },
  {
    id: "ED-24: late tickets that are excused",
    scheme,
    // (200 − 5 − 10) / (200 − 5)
    input: { tickets: 200, late: 15, late_excused: 5, excuse_handling: "remove_from_both", target_pct: "95" },
    expected: { value: "94.87", passed: false },
  },
  {
    id: "ED-24: excused ones count as in time",
    scheme,
    // (200 − 10) / 200; exactly on the target
    input: { tickets: 200, late: 15, late_excused: 5, excuse_handling: "count_as_in_time", target_pct: "95" },
    expected: { value: "95.00", passed: true },
  },
  {
    id: "ED-30: a part is disputed",
    scheme,
    input: { ...usd, credit_undisputed: "1800.00", credit_disputed: "700.00" },
    expected: { issued: "1800.00", held: "700.00" },
  },
  {
    id: "ED-38: one-off charges and tax stay outside",
    scheme,
    // 10 % of 8,000; 19 % of 800
    input: { currency: "EUR", recurring: "8000.00", one_time: "1500.00", level_pct: "10", tax_pct: "19" },
    expected: { base: "8000.00", credit_net: "800.00", tax_on_credit_note: "152.00" },
  },
]);
