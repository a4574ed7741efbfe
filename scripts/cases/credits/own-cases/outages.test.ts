import { ownCases } from "./own-case.ts";

const tiers = "S10-outage-duration-tiers";
const time = "S12-time-proportional";
const scope = "S13-scope-proportional";
const usd = { currency: "USD" };
const minutes = [
  { from_min: 1, to_min: 60, pct: "5" },
  { from_min: 61, to_min: 240, pct: "15" },
  { from_min: 241, to_min: null, pct: "50" },
];

ownCases([
  {
    id: "TE-02: the outages of a month together",
    scheme: tiers,
    // 50 + 70 = 120 minutes
    input: { ...usd, mrc: "600.00", outages: [50, 70], evaluate: "sum_per_month", tiers: minutes },
    expected: { pct: "15", credit: "90.00" },
  },
  {
    id: "TE-02: each outage for itself",
    scheme: tiers,
    input: { ...usd, mrc: "600.00", outages: [50, 70], evaluate: "each_outage", tiers: minutes },
    expected: { credits: ["30.00", "90.00"], credit: "120.00" },
  },
  {
    id: "TE-04: groups that exclude each other",
    scheme: tiers,
    // 10 + 4 against 12
    input: {
      ...usd,
      mrc: "1000.00",
      claims: [
        {
          group: "availability_repair",
          items: [
            { sl: "availability", pct: "10" },
            { sl: "repair", pct: "4" },
          ],
        },
        { group: "delay", items: [{ sl: "round_trip_delay", pct: "12" }] },
      ],
      exclusive_groups: true,
      choice: "highest",
    },
    expected: { chosen_group: "availability_repair", pct: "14", credit: "140.00" },
  },
  {
    id: "TE-05: rows of hours",
    scheme: tiers,
    input: {
      ...usd,
      monthly_fee: "800.00",
      outage_hours: "6.5",
      tiers: [
        { from_h: "1", to_h: "4", pct: "10" },
        { from_h: "4", to_h: "8", pct: "20" },
        { from_h: "8", to_h: null, pct: "40" },
      ],
    },
    expected: { pct: "20", credit: "160.00" },
  },
  {
    id: "TE-16: days of fees, a week at most",
    scheme: tiers,
    // 1 + 2 + 5 = 8 days, at most 7 of 30 of 900
    input: { ...usd, monthly_fee: "900.00", outages_hours: [3, 20, 60], days_per_month: 30, cap_days: 7 },
    expected: { days: 7, credit: "210.00" },
  },
  {
    id: "ED-34, ED-36: a month of 43,200 minutes",
    scheme: tiers,
    // 432 of 43,200 and of 44,640
    input: { outage_minutes: 432, fixed_month_minutes: 43200, calendar_days: 31 },
    expected: { availability_pct: "99.00", with_calendar_month: "99.03" },
  },
  {
    id: "TE-11: started half hours",
    scheme: time,
    // 95 minutes: 4 × 5 % of 600
    input: {
      ...usd,
      mrc: "600.00",
      outage_minutes: 95,
      step_minutes: 30,
      pct_per_step: "5",
      partial_step: "counts",
      cap_pct: "100",
    },
    expected: { steps: 4, pct: "20", credit: "120.00" },
  },
  {
    id: "TE-12: a first block, then blocks",
    scheme: time,
    // 284 − 44 = 240: 10 % + 2 × 5 % of 1,500
    input: {
      ...usd,
      mrc: "1500.00",
      outage_minutes: 284,
      allowance_minutes: 44,
      first_block_minutes: 120,
      first_block_pct: "10",
      next_block_minutes: 60,
      next_block_pct: "5",
      cap_pct: "25",
    },
    expected: { excess_minutes: 240, pct: "20", credit: "300.00" },
  },
  {
    id: "TE-13: hours, with their fraction from the second on",
    scheme: time,
    input: { network_unavailable: "2h30m", minimum_hours_for_fraction: 2 },
    expected: { credit_hours: "2.5" },
  },
  {
    id: "TE-13: too short for a fraction",
    scheme: time,
    input: { ...usd, mrc: "1440.00", network_unavailable: "1:45", minimum_hours_for_fraction: 2 },
    expected: { credit_hours: "1", hour_value: "2.00", credit: "2.00" },
  },
  {
    id: "TE-15: a day for each hour",
    scheme: time,
    // 4/30 and 20/30 of 900, at most 450
    input: { ...usd, monthly_fee: "900.00", days_per_month: 30, cases: [{ hours: 4 }, { hours: 20 }], cap_pct: "50" },
    expected: { credits: ["120.00", "450.00"] },
  },
  {
    id: "TE-17: a day for each hour of a quarter",
    scheme: time,
    // 5/90 and 40/90 of 1,800, at most 27.5 % = 495
    input: { currency: "GBP", quarter_charge: "1800.00", days_in_quarter: 90, fault_hours: [5, 40], cap_pct: "27.5" },
    expected: { credits: ["100.00", "495.00"] },
  },
  {
    id: "TE-19: ten times the rent of the time above the guarantee",
    scheme: time,
    // 0.1 % of 43,200 = 43.2; 259.2 − 43.2 = 216; 10 × 216/43,200 = 5 % of 200
    input: {
      ...usd,
      monthly_rent: "200.00",
      guarantee_pct: "99.9",
      month_minutes: 43200,
      outage_minutes: "259.2",
      factor: 10,
    },
    expected: { excess_minutes: "216", credit: "10.00" },
  },
  {
    id: "TE-19: never more than the rent",
    scheme: time,
    // 43,200 × 10 % − 43.2 = 4,276.8 minutes; 10 × 9.9 % = 99 % of the rent; a minute more would not pass 100 %
    input: {
      ...usd,
      monthly_rent: "200.00",
      guarantee_pct: "99.9",
      month_minutes: 43200,
      downtime_minutes: 8640,
      factor: 10,
    },
    expected: { credit: "200.00" },
  },
  {
    id: "CL-13: minutes times the part of the customers",
    scheme: scope,
    // 90 × 0.2 of 43,200 minutes of 5,000: 2.0833…
    input: {
      ...usd,
      monthly_fee: "5000.00",
      outage_minutes: 90,
      affected_customer_ratio: "0.2",
      scheduled_minutes: 43200,
    },
    expected: { credit_exact: "25/12", credit: "2.08" },
  },
  {
    id: "CL-14: a tenth, for a quarter of the users",
    scheme: scope,
    input: { ...usd, mrc: "2000.00", credit_pct: "10", affected_users: 50, total_users: 200 },
    expected: { share_pct: "25", credit: "50.00" },
  },
  {
    id: "availability by users",
    scheme: scope,
    // 1 − 90 × 100 / (43,200 × 500)
    input: { users_hit: 100, users_total: 500, down_minutes: 90, month_minutes: 43200 },
    expected: { availability_pct: "99.958" },
  },
]);
