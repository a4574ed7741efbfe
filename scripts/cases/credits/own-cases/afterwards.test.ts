import { ownCases } from "./own-case.ts";

const earn = "S24-earn-back";
const bonus = "S25-bonus-bank";
const trigger = "T01-termination-trigger";
const usd = { currency: "USD" };

ownCases([
  {
    id: "EB-03: paid, banked after three months without, set against later ones",
    scheme: earn,
    // 900 in month 1 is banked after months 2 to 4; 600 and 500 follow: 300 of the bank are left for the second
    input: {
      ...usd,
      timeline: [
        { month: 1, credit: "900.00", egregious: false },
        { month: 2, credit: "0.00", egregious: false },
        { month: 3, credit: "0.00", egregious: false },
        { month: 4, credit: "0.00", egregious: false },
        { month: 5, credit: "600.00", egregious: false },
        { month: 6, credit: "500.00", egregious: false },
      ],
    },
    expected: {
      bank_after_month_4: "900.00",
      net: [
        { month: 1, paid: "900.00", offset: "0.00" },
        { month: 5, paid: "0.00", offset: "600.00" },
        { month: 6, paid: "200.00", offset: "300.00" },
      ],
      bank_end: "0.00",
    },
  },
  {
    id: "EB-03: an egregious one is paid in full; months that are not named had none",
    scheme: earn,
    input: {
      ...usd,
      timeline: [
        { month: 1, credit: "900.00", egregious: false },
        { month: 5, credit: "600.00", egregious: true },
      ],
    },
    expected: {
      bank_after_month_4: "900.00",
      net: [
        { month: 1, paid: "900.00", offset: "0.00" },
        { month: 5, paid: "600.00", offset: "0.00" },
      ],
      bank_end: "900.00",
    },
  },
  {
    id: "EB-04: at the end what was not used expires",
    scheme: earn,
    input: { ...usd, bank: "1200.00", contract_end: true, new_credits: "500.00" },
    expected: { cash: "0.00", expired: "700.00" },
  },
  {
    id: "EB-08: too few months",
    scheme: earn,
    input: {
      ...usd,
      expected: "99.5",
      months_with_data: ["99.8", "99.9", "99.9"],
      minimum_months: 6,
      credit: "400.00",
    },
    expected: { earned_back: "0.00", reason: "minimum_months" },
  },
  {
    id: "EB-10: weeks above and below",
    scheme: bonus,
    // 0.5 × 300 and 1 × 300 above 98.5; 2 × 400 below 97; 450 offset 800
    input: {
      ...usd,
      weeks: ["99.0", "99.5", "95.0"],
      upper: "98.5",
      required: "97.0",
      bonus_per_point: "300.00",
      penalty_per_point: "400.00",
      policy: "offset_only",
    },
    expected: {
      bonuses: ["150.00", "300.00", "0.00"],
      penalty: "800.00",
      offset: "450.00",
      net_to_customer: "350.00",
      unused_bonus: "0.00",
      paid: "0.00",
    },
  },
  {
    id: "EB-11: tenths above, with a cap",
    scheme: bonus,
    // 0.35 above are 3 tenths: 1.2 %, at most 1 % of 5,000
    input: {
      ...usd,
      monthly_fee: "5000.00",
      target: "99.5",
      actual: "99.85",
      pct_per_tenth_above: "0.4",
      bonus_cap_pct: "1",
    },
    expected: { steps: 3, bonus_pct: "1", bonus: "50.00" },
  },
  {
    id: "EB-12: a year's bonus and malus",
    scheme: bonus,
    input: { ...usd, year_bonus: "1500.00", year_malus: "900.00", policy: "net_paid" },
    expected: { offset: "900.00", net_to_supplier: "600.00", net_to_customer: "0.00" },
  },
  {
    id: "EB-12: set off, never paid",
    scheme: bonus,
    input: { ...usd, year_bonus: "1500.00", year_malus: "900.00", policy: "offset_only" },
    expected: { net_to_supplier: "0.00", unused_bonus: "600.00" },
  },
  {
    id: "TR-02: five of twelve",
    scheme: trigger,
    input: { months_with_credit: ["2025-01", "2025-03", "2025-05", "2025-08", "2025-10"] },
    expected: { trigger: true, rule: "5_of_12", on: "2025-10", in_window: 5, window: "2024-11..2025-10" },
  },
  {
    id: "TR-03: five, but the first has left the window",
    scheme: trigger,
    input: { months_with_credit: ["2024-10", "2025-01", "2025-03", "2025-08", "2025-10"] },
    expected: { trigger: false, in_window: 4 },
  },
  {
    id: "TR-07: a heavy month",
    scheme: trigger,
    // 3,000 + 2,500 of 50,000 are 11 %
    input: { ...usd, credits: ["3000.00", "2500.00"], expense: "50000.00", default_share_pct: "10" },
    expected: { total: "5500.00", share_pct: "11", month_is_default: true },
  },
]);
