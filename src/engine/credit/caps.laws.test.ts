import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Fraction, fraction, over, sum } from "../number/fraction.ts";
import { creditsOf } from "./credits-of.ts";
import { emptyFacts, type LevelFacts, missOf } from "./facts.ts";
import { plainAward } from "./plan/award.ts";
import type { EventRule } from "./plan/event.ts";
import { plainLevel } from "./plan/level.ts";
import type { Limit } from "./plan/limit.ts";
import { type CreditPlan, emptyPlan } from "./plan/plan.ts";
import type { CreditLine, CreditStatement } from "./statement.ts";

type Scope = (Limit & { readonly kind: "at most" })["scope"];

/** Failures of four levels in two services and two categories, each of an agreed amount, some of one event. */
const failed = fc.array(
  fc.record({
    level: fc.integer({ min: 0, max: 3 }),
    amount: fc.integer({ min: 0, max: 5000 }),
    event: fc.constantFrom(null, "one", "two"),
  }),
  { maxLength: 8 },
);
type Failed = readonly { readonly level: number; readonly amount: number; readonly event: string | null }[];

const levelRules = Object.fromEntries(
  [0, 1, 2, 3].map((index) => [
    `level ${index}`,
    { ...plainLevel, service: `service ${index % 2}`, category: index < 2 ? "one" : "two" },
  ]),
);

const within = (scope: Scope, cap: number): Limit => ({
  kind: "at most",
  scope,
  category: null,
  cap: { kind: "amount", amount: fraction(cap) },
  excess: "lapses",
});

const enteredPlan = (parts: Partial<CreditPlan>): CreditPlan =>
  emptyPlan("EUR", { levels: levelRules, awards: [plainAward({ kind: "entered", by: "entered" })], ...parts });

const failuresOf = (failures: Failed): readonly LevelFacts[] =>
  failures.map(({ level, amount, event }) => missOf(`level ${level}`, { facts: { entered: fraction(amount) }, event }));

describe("no cap is passed, whatever it is of", () => {
  const given = (lines: readonly CreditLine[], keyOf: (line: CreditLine) => string): readonly Fraction[] =>
    [...Map.groupBy(lines, keyOf).values()].map((own) => sum(own.map(({ given }) => given)));
  const parts: Readonly<Record<Scope, (statement: CreditStatement) => readonly Fraction[]>> = {
    failure: ({ lines }) => lines.map((line) => line.given),
    level: ({ lines }) => given(lines, ({ level }) => level),
    service: ({ lines }) => given(lines, ({ level }) => levelRules[level]?.service ?? ""),
    // both categories together give no more than twice the cap, and one alone no more than one
    category: ({ exact, lines }) => {
      const count = new Set(lines.map(({ level }) => levelRules[level]?.category)).size;
      return count === 0 ? [exact] : [over(exact, fraction(count))];
    },
    period: ({ exact }) => [exact],
    quarter: ({ exact }) => [exact],
    year: ({ exact }) => [exact],
    "contract year": ({ exact }) => [exact],
  };

  test.each(Object.keys(parts) as Scope[])("%s", (scope) =>
    fc.assert(
      fc.property(
        failed,
        fc.integer({ min: 1, max: 6000 }),
        fc.integer({ min: 0, max: 9000 }),
        (failures, cap, used) => {
          const before = fraction(used);
          const credited = { quarter: before, year: before, "contract year": before };
          const isOfSpan = scope in credited;
          const facts = emptyFacts({ results: failuresOf(failures), credited });
          const statement = creditsOf(enteredPlan({ limits: [within(scope, cap)] }), facts);
          const room = fraction(isOfSpan ? Math.max(0, cap - used) : cap);
          for (const part of parts[scope](statement)) expect(compare(part, room)).toBeLessThanOrEqual(0);
        },
      ),
    ),
  );

  test("all of them at once: none is passed, and what is paid never grows by a limit", () =>
    fc.assert(
      fc.property(
        failed,
        fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 8, maxLength: 8 }),
        (failures, caps) => {
          const limits = (Object.keys(parts) as Scope[]).map((scope, index) => within(scope, caps[index] ?? 1));
          const facts = emptyFacts({ results: failuresOf(failures) });
          const limited = creditsOf(enteredPlan({ limits }), facts);
          expect(compare(limited.exact, creditsOf(enteredPlan({}), facts).exact)).toBeLessThanOrEqual(0);
          for (const cap of caps.slice(4)) expect(compare(limited.exact, fraction(cap))).toBeLessThanOrEqual(0);
        },
      ),
    ));
});

describe("the order in which levels stand changes nothing", () => {
  const rules: readonly EventRule[] = [
    { kind: "sum" },
    { kind: "highest" },
    { kind: "client chooses", otherwise: "highest" },
    {
      kind: "exclusive groups",
      groups: [
        ["level 0", "level 1"],
        ["level 2", "level 3"],
      ],
    },
  ];
  test.each(rules.map((rule) => [rule.kind, rule] as const))("where one event pays %s", (_, events) =>
    fc.assert(
      fc.property(failed, fc.integer({ min: 1, max: 6000 }), (failures, cap) => {
        const limits = (["level", "service", "category", "period"] as const).map((scope) => within(scope, cap));
        const credit = (order: Failed): Fraction =>
          creditsOf(enteredPlan({ events, limits }), emptyFacts({ results: failuresOf(order) })).exact;
        expect(credit([...failures].reverse())).toEqual(credit(failures));
      }),
    ),
  );
});
