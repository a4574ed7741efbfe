import { ownCases } from "./own-case.ts";

const scheme = "S02-weight-times-at-risk";

ownCases([
  {
    id: "AR-04: the factor of a statement of work",
    scheme,
    // 15 % of 60,000
    input: { currency: "USD", sow_amount_at_risk: "60000.00", weighting_factor_pct: "15" },
    expected: { credit: "9000.00" },
  },
  {
    id: "ED-13: one credit for each currency",
    scheme,
    // 10 % × 20 % of each, yen without decimals: 2 % of 1,234,567 = 24,691.34
    input: {
      bases: [
        { currency: "EUR", charges: "50000.00" },
        { currency: "JPY", charges: "1234567" },
      ],
      at_risk_pct: "10",
      weight_pct: "20",
      policy: "one_credit_per_currency",
    },
    expected: {
      credits: [
        { currency: "EUR", credit: "1000.00" },
        { currency: "JPY", credit: "24691" },
      ],
    },
  },
  {
    id: "AR-06",
    scheme: "S03-weight-times-severity",
    // 10 % of 200,000 = 20,000; × 30 % × 50 % = 3,000; × 20 % × 100 % = 4,000
    input: {
      currency: "ZAR",
      charges: "200000.00",
      at_risk_pct: "10",
      failures: [
        { sl: "SL-1", weight_pct: "30", penalty_pct: "50" },
        { sl: "SL-2", weight_pct: "20", penalty_pct: "100" },
      ],
    },
    expected: {
      credits: [
        { sl: "SL-1", credit: "3000.00" },
        { sl: "SL-2", credit: "4000.00" },
      ],
      total: "7000.00",
    },
  },
]);
