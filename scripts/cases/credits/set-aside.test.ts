import { describe, expect, test } from "vitest";
import { runCreditsCase } from "../credits.ts";
import type { Input } from "./read.ts";

const run = (scheme: string, input: Input, expected: Input = {}) =>
  runCreditsCase({ id: "own", scheme, input, expected });

const tiers = [
  { at_least: "99.9", pct: "0" },
  { at_least: null, pct: "10" },
];
const table = { points: 12, table: [{ points: 10, pct: "2" }], base_amount: "100.00" };
const step = { target: "99", actual: "98.5", step: "1", pct_per_step: "2", mrc: "100.00" };
const risk = { invoice_amount: "100.00", at_risk_pct: "10", allocation_pct: "40" };

describe("nothing is taken in silence", () => {
  test.each([
    ["S09", { charges: "1.00", uptime: "99.5", tiers, season: "peak" }, "season"], // a field of no list
    ["S09", { charges: "1.00", uptime: "99.5", tiers: [{ ...tiers[0], note: "x" }] }, "tiers.note"], // within a record
    ["S09", { charges: "1.00", pct: "10", minimum_issue: "5.00", below_minimum: "carry" }, "carry"],
    ["S09", { value: "99.5", charges: "1.00", tiers, variants: [{ places: 1, mode: "half_even" }] }, "half_even"],
    ["S06", { ...table, lookup: "interpolate" }, "interpolate"],
    ["S11", { ...step, partial_step: "random" }, "random"],
    ["S01", { ...risk, over_cap: "donate" }, "donate"],
    ["S01", { ...risk, negative_base: "absolute" }, "absolute"],
    ["S01", { credits: ["1.00"], policy: "median" }, "median"],
    ["S01", { base_credit: "1.00", cap: "2.00", variants: ["sideways"] }, "sideways"],
    ["S04", { tickets: 9, late: 1, late_excused: 1, excuse_handling: "maybe" }, "maybe"],
    ["S04", { tickets_in_scope: 0, rule: "as_last_month" }, "as_last_month"],
    ["S04", { monthly_fee: "10.00", pct: "5", mrc: "20.00" }, "monthly_fee"], // a second base that nothing asks for
    [
      "S28",
      { amount_at_risk: "1.00", weight_pct: "5", measured: false, cause: "client_system_down" },
      "client_system_down",
    ],
  ] as const)("%s: %j", (scheme, input, word) =>
    expect(run(scheme, input)).toMatchObject({
      setAside: `the word '${word}' is not translated yet`,
      differences: [],
    }),
  );

  test("a case that says too little is set aside", () =>
    expect(run("S01", { invoice_amount: "100.00", at_risk_pct: "10" }).setAside).toBe(
      "nothing is said by 'allocation_pct'",
    ));

  test("an expected name that the answer lacks is a difference", () =>
    expect(run("S01", { currency: "USD", ...risk }, { credit: "4.00", colour: "red" }).differences).toEqual([
      { what: "colour", expected: "red", got: undefined },
    ]));

  test("a list of another length is a difference", () => {
    const input = { base_credit: "1.00", consecutive_multipliers: ["1"], months: ["miss", "met"] };
    expect(run("S01", input, { credits: ["1.00"] }).differences).toEqual([
      { what: "credits", expected: ["1.00"], got: ["1.00", "0"] },
    ]);
  });

  test("a wrong figure is a difference", () =>
    expect(run("S01", { currency: "USD", ...risk }, { credit: "4.01" }).differences).toEqual([
      { what: "credit", expected: "4.01", got: "4.00" },
    ]));

  test("marks that the case does not give are named", () =>
    expect(run("S17", { value: "10.00", duration_days: 3, delay_days: 1 }).marks).toEqual([
      "S17 factor of daily damages",
    ]));
});
