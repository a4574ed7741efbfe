import { ownCases } from "./own-case.ts";

const scheme = "S01-pool-allocation";
const usd = { currency: "USD" };
const priced = { ...usd, invoice_amount: "80000.00", at_risk_pct: "12" };

ownCases([
  {
    id: "AR-02",
    scheme,
    // at risk 12 % of 80,000 = 9,600; 50 % × 40 % of it = 1,920; 30 % × 25 % = 720
    input: {
      ...priced,
      failures: [
        { sl: "SL-A", pool_pct: "50", allocation_pct: "40" },
        { sl: "SL-B", pool_pct: "30", allocation_pct: "25" },
      ],
    },
    expected: {
      credits: [
        { sl: "SL-A", credit: "1920.00" },
        { sl: "SL-B", credit: "720.00" },
      ],
      total: "2640.00",
      cap_applied: false,
    },
  },
  {
    id: "AR-10: a key measurement is reported and costs nothing",
    scheme,
    input: { level: { cls: "key_measurement", target: "99.5", value: "99.1" } },
    expected: { credit: "0.00", reported: true, state: "missed" },
  },
  {
    id: "AR-10: the same figure of a critical level costs",
    scheme,
    // 12 % × 25 % of 80,000
    input: { ...priced, allocation_pct: "25", level: { cls: "critical", target: "99.5", value: "99.1" } },
    expected: { credit: "2400.00", status: "missed" },
  },
  {
    id: "AR-15: a share of a category of an amount at risk",
    scheme,
    // 20 % of 60 % = 12 % of the amount at risk; 8 % × 12 % = 0.96 % of 50,000
    input: { ...usd, monthly_charges: "50000.00", at_risk_pct: "8", category_pool_pct: "60", allocation_pct: "20" },
    expected: {
      effective_allocation_pct: "12",
      credit_pct_of_base: "0.96",
      at_risk_amount: "4000.00",
      credit: "480.00",
      cap_applied: false,
    },
  },
  {
    id: "AR-15: a new level without a share has weight zero",
    scheme,
    // 30 % of 5,000; the new one fails and costs nothing
    input: {
      ...usd,
      category_pool_amount: "5000.00",
      levels: [
        { sl: "SL-OLD", allocation_pct: "30" },
        { sl: "SL-NEW", allocation_pct: null, added_without_allocation: true },
      ],
      failed: ["SL-OLD", "SL-NEW"],
    },
    expected: {
      credits: [
        { sl: "SL-OLD", credit: "1500.00" },
        { sl: "SL-NEW", credit: "0.00" },
      ],
      still_counts_as_failure: true,
      failure_counts: true,
    },
  },
  {
    id: "AR-16: the others after a change",
    scheme,
    input: { category: "Support", allocation_pct_after: "30", others_after_pct: ["40", "35"] },
    expected: { sum_after_pct: "105", valid: false, error: "category_allocation_over_100" },
  },
  {
    id: "AR-17: notice of 90 days",
    scheme,
    // 10 March + 90 days = 8 June; the first period after it begins on 1 July
    input: {
      level: "SL-K",
      promote_to: "critical",
      notice_given: "2025-03-10",
      notice_days: 90,
      allocation_pct_after: "25",
      others_after_pct: ["40", "35"],
    },
    expected: { effective: "2025-07-01", sum_after_pct: "100", valid: true },
  },
  {
    id: "ED-10: the invoice is not known yet",
    scheme,
    // 10 % × 50 % × 40 %
    input: { ...usd, invoice_amount: null, at_risk_pct: "10", pool_pct: "50", allocation_pct: "40" },
    expected: { credit: null, status: "waiting_for_base", credit_pct_of_base: "2" },
  },
  {
    id: "ED-11: a base of nothing",
    scheme,
    input: { ...usd, monthly_charges: "0.00", at_risk_pct: "10", allocation_pct: "40" },
    expected: { credit: "0.00", failure_counts: true },
  },
  {
    id: "ED-12: a base below nothing",
    scheme,
    input: {
      ...usd,
      monthly_charges: "-300.00",
      at_risk_pct: "10",
      allocation_pct: "40",
      negative_base: "floor_at_zero",
    },
    expected: { base: "0.00", credit: "0.00", still_counts_as_failure: true },
  },
  {
    id: "EV-04: the sum of an event, then the cap",
    scheme,
    // 6,000 + 5,000, at most 9,000
    input: { ...usd, incident: "I-2", credits: ["6000.00", "5000.00"], policy: "sum", at_risk_amount: "9000.00" },
    expected: { uncapped: "11000.00", credit: "9000.00", lapsed: "2000.00", cap_applied: true },
  },
  {
    id: "WI-05: factors for failures in a row",
    scheme,
    // 1,000 × 1, × 1.5, × 2; May is met, June begins anew
    input: {
      ...usd,
      base_credit: "1000.00",
      consecutive_multipliers: ["1", "1.5", "2"],
      months: ["2025-02", "2025-03", "2025-04", "2025-05", "2025-06"],
      months_missed: ["2025-02", "2025-03", "2025-04", "2025-06"],
    },
    expected: { credits: ["1000.00", "1500.00", "2000.00", "0.00", "1000.00"] },
  },
  {
    id: "WI-05: the months say themselves what they were",
    scheme,
    input: {
      ...usd,
      base_credit: "1000.00",
      consecutive_multipliers: ["1", "1.5", "2"],
      months: ["miss", "no_events", "miss", "met", "miss"],
    },
    expected: { credits: ["1000.00", "0.00", "1500.00", "0.00", "1000.00"] },
  },
  {
    id: "WI-06: before the cap and after it",
    scheme,
    // min(8,000 × 2, 10,000) against min(8,000, 10,000) × 2
    input: {
      ...usd,
      base_credit: "8000.00",
      multiplier: "2",
      cap: "10000.00",
      variants: ["multiplier_before_cap", "multiplier_after_cap", "cap_then_multiply", "cap_last"],
    },
    expected: { credits: ["10000.00", "16000.00", "16000.00", "10000.00"] },
  },
]);
