import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Fraction, fraction } from "../number/fraction.ts";
import { creditsOf } from "./credits-of.ts";
import { emptyFacts, missOf } from "./facts.ts";
import type { Amount } from "./plan/amount.ts";
import { plainAward } from "./plan/award.ts";
import { stated } from "./plan/base.ts";
import { emptyPlan } from "./plan/plan.ts";
import type { Row } from "./plan/row.ts";

const percentOf = (count: number): Fraction => fraction(count, 100);

describe("worse service never earns less", () => {
  const value = fc.integer({ min: 0, max: 10_000 });
  const partials = ["whole steps", "started steps", "linear"] as const;
  const gives = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 4, maxLength: 4 });
  const sorted = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);
  const owed = (amount: Amount, figure: number): Fraction => {
    const facts = { value: fraction(figure, 100), outage_minutes: fraction(10_000 - figure) };
    const results = [missOf("level 0", { facts })];
    const plan = emptyPlan("EUR", { bases: { charges: stated }, awards: [plainAward(amount)] });
    return creditsOf(plan, emptyFacts({ bases: { charges: fraction(5000) }, results })).exact;
  };
  const holds = (amount: Amount, a: number, b: number): void =>
    expect(compare(owed(amount, Math.min(a, b)), owed(amount, Math.max(a, b)))).toBeGreaterThanOrEqual(0);

  test("by rows of figures", () =>
    fc.assert(
      fc.property(value, value, gives, (a, b, numbers) => {
        const [most = 0, ...fewer] = sorted(numbers).toReversed();
        const rows: readonly Row[] = [
          ...fewer.map((give, index) => ({
            kind: "from" as const,
            edge: fraction(90 + index * 3),
            give: percentOf(give),
          })),
          { kind: "others", give: percentOf(most) },
        ];
        holds({ kind: "rows", of: "charges", by: "value", rows }, a, b);
      }),
    ));

  test("by rows of outage time", () =>
    fc.assert(
      fc.property(value, value, gives, (a, b, numbers) => {
        const [x = 0, y = 0, z = 0, most = 0] = sorted(numbers);
        const rows: readonly Row[] = [
          { kind: "upto", edge: fraction(100), give: percentOf(x) },
          { kind: "upto", edge: fraction(500), give: percentOf(y) },
          { kind: "upto", edge: fraction(2000), give: percentOf(z) },
          { kind: "others", give: percentOf(most) },
        ];
        holds({ kind: "rows", of: "charges", by: "outage_minutes", rows }, a, b);
      }),
    ));

  test.each(partials)("by the shortfall in %s, with all lost beyond a distance", (partial) =>
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 300 }), (a, b, step) => {
        // what a step gives never comes to more than the whole before the whole is lost
        const give = fraction(step, 100_000);
        const rest = { partial, give, fullLossAbove: fraction(40) };
        holds(
          {
            kind: "shortfall",
            of: "charges",
            by: "value",
            target: fraction(99),
            better: "higher",
            step: fraction(step, 100),
            ...rest,
          },
          a,
          b,
        );
      }),
    ),
  );

  test.each(partials)("by units in %s, with a first one of its own", (partial) =>
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 90 }), (a, b, size) => {
        const first = { size: fraction(2 * size), give: percentOf(10) };
        holds(
          {
            kind: "per unit",
            of: "charges",
            by: "outage_minutes",
            size: fraction(size),
            partial,
            give: percentOf(5),
            first,
          },
          a,
          b,
        );
      }),
    ),
  );

  test("by bands", () =>
    fc.assert(
      fc.property(value, value, gives, (a, b, [x = 0, y = 0, z = 0]) => {
        const bands = [
          { upto: fraction(100), give: fraction(x) },
          { upto: fraction(900), give: fraction(y) },
          { upto: null, give: fraction(z) },
        ];
        holds({ kind: "marginal", of: null, by: "outage_minutes", bands }, a, b);
      }),
    ));

  test("a longer row of failures never costs less where factors grow", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), gives, (before, numbers) => {
        const factors = sorted(numbers).map((each) => fraction(each, 10));
        const award = plainAward({ kind: "fixed", amount: fraction(100) }, { times: [{ kind: "repeat", factors }] });
        const credit = (failuresBefore: number): Fraction =>
          creditsOf(
            emptyPlan("EUR", { awards: [award] }),
            emptyFacts({ results: [missOf("level 0", { failuresBefore })] }),
          ).exact;
        expect(compare(credit(before + 1), credit(before))).toBeGreaterThanOrEqual(0);
      }),
    ));
});
