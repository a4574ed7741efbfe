import { describe, expect, test } from "vitest";
import { fraction } from "../number/fraction.ts";
import { london } from "../report/fixture/example-contract.ts";
import { creditPlan, creditsFrom, triggerWith } from "../report/fixture/example-histories.ts";
import type { CreditMonth } from "./credit-month.ts";
import type { Trigger } from "./trigger.ts";
import { triggersOf } from "./triggers.ts";

const effects = (parts: Partial<Trigger>, credits: readonly CreditMonth[]) =>
  triggersOf({ triggers: [triggerWith({ plan: creditPlan, ...parts })], results: [], credits, zone: london });

/** The months of each effect, of credits from January 2025 on. */
const months = (parts: Partial<Trigger>, words: readonly string[]) =>
  effects(parts, creditsFrom("2025-01", words)).map(({ periods }) => periods.map(({ id }) => Number(id.slice(5))));

const plan = creditPlan.id;
const share = (percent: number, of = "charges") => ({ share: fraction(percent, 100), of });
const pounds = (amount: number, currency = "GBP") => ({ amount: fraction(amount), currency });

describe("the credit of a month", () => {
  const rows: readonly (readonly [
    what: string,
    parts: Partial<Trigger>,
    words: readonly string[],
    months: number[][],
  ])[] = [
    // 10 % of charges of 10 000.00 is 1 000.00
    ["reaches a share of a base", { credits: { plan, at_least: share(10) } }, ["999.99", "1000", "0"], [[2]]],
    ["reaches an amount", { credits: { plan, at_least: pounds(500) } }, ["499.99", "500", "500.01"], [[2], [3]]],
    ["is any credit without one", { credits: { plan } }, ["0", "0.01"], [[2]]],
    ["reaches no share of nothing", { credits: { plan, at_least: share(0) } }, ["0", "1"], [[2]]],
    ["says nothing of a base that it does not know", { credits: { plan, at_least: share(1, "fees") } }, ["9999"], []],
    ["says nothing in another currency", { credits: { plan, at_least: pounds(1, "EUR") } }, ["9999"], []],
    ["of another plan is not looked at", { credits: { plan }, plan: { ...creditPlan, id: "other" } }, ["5"], []],
    ["needs a plan", { credits: { plan }, plan: null }, ["5"], []],
  ];
  test.each(rows)("%s", (_, parts, words, expected) => expect(months(parts, words)).toEqual(expected));

  test("a base of nothing has no share", () => {
    const credits = creditsFrom("2025-01", ["0"]).map((one) => ({ ...one, bases: { charges: fraction(0) } }));
    expect(effects({ credits: { plan, at_least: share(10) } }, credits)).toEqual([]);
  });
});

describe("credits in a row, or in so many months of some", () => {
  const rows: readonly (readonly [
    what: string,
    parts: Partial<Trigger>,
    words: readonly string[],
    months: number[][],
  ])[] = [
    ["three in a row", { credits: { plan }, in_a_row: 3 }, ["5", "5", "5"], [[1, 2, 3]]],
    ["a month without one breaks the row", { credits: { plan }, in_a_row: 3 }, ["5", "5", "0", "5", "5"], []],
    [
      "five of twelve",
      { credits: { plan }, times: 5, out_of: 12 },
      ["5", "0", "5", "0", "5", "0", "5", "0", "0", "0", "0", "5"],
      [[1, 3, 5, 7, 12]],
    ],
    [
      "and not when the first is the thirteenth",
      { credits: { plan }, times: 5, out_of: 12 },
      ["5", "0", "5", "0", "5", "0", "5", "0", "0", "0", "0", "0", "5"],
      [],
    ],
    ["each at least so much", { credits: { plan, at_least: pounds(5) }, in_a_row: 2 }, ["5", "4", "6", "7"], [[3, 4]]],
  ];
  test.each(rows)("%s", (_, parts, words, expected) => expect(months(parts, words)).toEqual(expected));

  test("the months may come in any order", () => {
    const mixed = [...creditsFrom("2025-01", ["5", "6", "7"])].reverse();
    expect(effects({ credits: { plan }, in_a_row: 3 }, mixed)).toHaveLength(1);
  });
});

test("the limit of a plan was reached, and two months in a row", () => {
  expect(months({ limit_reached: plan }, ["900", "1200!", "1200!", "0"])).toEqual([[2], [3]]);
  expect(months({ limit_reached: plan, in_a_row: 2 }, ["900", "1200!", "1200!", "0"])).toEqual([[2, 3]]);
});

test("an effect names the plan and the money", () => {
  const [effect] = effects({ credits: { plan, at_least: share(10) } }, creditsFrom("2025-03", ["1250.50"]));
  expect(effect?.about).toEqual({ kind: "plan", plan: creditPlan });
  expect(effect?.why).toMatchObject({
    kind: "credits",
    months: [
      { period: { id: "2025-03" }, credit: { amount: fraction(2501, 2), currency: "GBP" }, base: pounds(10_000) },
    ],
  });
});

test("without credits nothing follows from them", () =>
  expect(
    triggersOf({ triggers: [triggerWith({ plan: creditPlan, credits: { plan } })], results: [], zone: london }),
  ).toEqual([]));
