import { describe, expect, test } from "vitest";
import { type Changes, loadPlan } from "./load-plan.ts";

/** A second set of weights of the pool, from a day on. */
const setFrom = (from: string, given: string, shares = "uptime: 50%, portal: 50%, repair: 70%, calls: 30%"): string => `
      - from: ${from}
        set_by: piet-sorby
        notice_given: ${given}
        reason: The portal now takes payments.
        categories: {availability: 50%, support: 50%}
        shares: {${shares}}`;
const after = "shares: {uptime: 40%, portal: 60%, repair: 70%, calls: 30%}";
const then = (...sets: readonly string[]): Changes => ({ [after]: `${after}${sets.join("")}` });

/** Changes of weights in the pool, and what a reader of the contract is told. */
const rows: readonly (readonly [what: string, changes: Changes, codes: readonly string[]])[] = [
  ["three months of notice", then(setFrom("2027-02-01", "2026-10-31")), []],
  ["a day less", then(setFrom("2027-02-01", "2026-11-02")), ["notice-too-short"]],
  [
    "two changes in one contract year",
    then(setFrom("2027-02-01", "2026-10-31"), setFrom("2027-11-01", "2027-06-30")),
    ["changes-too-often"],
  ],
  ["one in each of two", then(setFrom("2027-02-01", "2026-10-31"), setFrom("2028-01-01", "2027-06-30")), []],
  // 40 + 65 = 105 % of the category
  [
    "a category beyond 100 %",
    then(setFrom("2027-02-01", "2026-10-31", "uptime: 40%, portal: 65%, repair: 70%, calls: 30%")),
    ["weights-sum"],
  ],
  [
    "a category below 100 % where exactly that was agreed",
    then(setFrom("2027-02-01", "2026-10-31", "uptime: 40%, portal: 55%, repair: 70%, calls: 30%")),
    ["weights-sum"],
  ],
  ["a set by someone who is not there", { "set_by: piet-sorby": "set_by: nobody" }, ["unknown-person"]],
];

describe("weights are set on notice, in number and in sum as agreed", () =>
  test.each(rows)("%s", (_, changes, codes) =>
    expect(loadPlan("pool-allocation", changes).problems.map(({ code }) => code)).toEqual(codes),
  ));
