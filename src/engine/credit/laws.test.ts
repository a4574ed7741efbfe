import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Fraction, fraction, one, over, sum } from "../number/fraction.ts";
import type { Day } from "../time/civil.ts";
import { creditsOf } from "./credits-of.ts";
import { emptyFacts, type LevelFacts, missOf } from "./facts.ts";
import { checkWeights } from "./later/check-weights.ts";
import { balanceOf, type LedgerEntry, restatement } from "./later/ledger.ts";
import type { Amount } from "./plan/amount.ts";
import { plainAward } from "./plan/award.ts";
import { stated } from "./plan/base.ts";
import type { EventRule } from "./plan/event.ts";
import { plainLevel } from "./plan/level.ts";
import type { Limit } from "./plan/limit.ts";
import { type CreditPlan, emptyPlan } from "./plan/plan.ts";
import type { Row } from "./plan/row.ts";
import type { CreditLine, CreditStatement } from "./statement.ts";

type Scope = (Limit & { readonly kind: "at most" })["scope"];

const percentOf = (count: number): Fraction => fraction(count, 100);
const counts = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 });

const weighted = (shares: readonly number[], cap: number): CreditPlan =>
  emptyPlan("EUR", {
    bases: { charges: stated },
    weights: shares.map((share, index) => ({
      name: `level ${index}`,
      share: percentOf(share),
      from: 0 as Day,
      setBy: "Harbour Mutual",
      noticeGiven: null,
      reason: "agreed",
    })),
    awards: [plainAward({ kind: "weighted", of: "charges", weights: ["self"] })],
    limits: [
      {
        kind: "at most",
        scope: "period",
        category: null,
        cap: { kind: "share", of: "charges", share: percentOf(cap) },
        excess: "lapses",
      },
    ],
  });

const missed = (shares: readonly number[]) => shares.map((_, index) => missOf(`level ${index}`));

describe("credits", () => {
  test("are never above the cap", () =>
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (shares, cap) => {
        const facts = emptyFacts({ bases: { charges: fraction(100_000) }, results: missed(shares) });
        const { exact } = creditsOf(weighted(shares, cap), facts);
        expect(compare(exact, fraction(cap * 1000))).toBeLessThanOrEqual(0);
      }),
    ));

  test("lose nothing on the way: paid and lapsed add up to what was computed", () =>
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (shares, cap) => {
        const facts = emptyFacts({ bases: { charges: fraction(100_000) }, results: missed(shares) });
        const { exact, lapsed, computed } = creditsOf(weighted(shares, cap), facts);
        expect(sum([exact, lapsed])).toEqual(computed);
      }),
    ));

  test("do not depend on the order of the levels", () =>
    fc.assert(
      fc.property(counts, (shares) => {
        const facts = emptyFacts({ bases: { charges: fraction(12_345) }, results: missed(shares) });
        const turned = { ...facts, results: [...facts.results].reverse() };
        const plan = weighted(shares, 60);
        expect(creditsOf(plan, turned).credit).toEqual(creditsOf(plan, facts).credit);
      }),
    ));

  test("never shrink with worse service", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
        const plan = emptyPlan("EUR", {
          bases: { charges: stated },
          awards: [
            plainAward({
              kind: "shortfall",
              of: "charges",
              by: "value",
              target: fraction(99),
              better: "higher",
              step: fraction(1, 10),
              partial: "started steps",
              give: fraction(1, 1000),
            }),
          ],
        });
        const owed = (value: number): Fraction => {
          const results = [missOf("uptime", { facts: { value: fraction(value, 100) } })];
          return creditsOf(plan, emptyFacts({ bases: { charges: fraction(5000) }, results })).credit;
        };
        expect(compare(owed(Math.min(a, b)), owed(Math.max(a, b)))).toBeGreaterThanOrEqual(0);
      }),
    ));

  test("weights are valid exactly where they add up as ruled", () =>
    fc.assert(
      fc.property(counts, (shares) => {
        const total = shares.reduce((all, share) => all + share, 0);
        const checked = (rule: "at most 100%" | "exactly 100%") => checkWeights(shares.map(percentOf), rule).valid;
        expect(checked("at most 100%")).toBe(total <= 100);
        expect(checked("exactly 100%")).toBe(total === 100);
      }),
    ));

  test("entries of the ledger add up to what was owed last, however often it was restated", () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 8 }), (owed) => {
        const entries: LedgerEntry[] = [];
        for (const amount of owed) {
          const entry = restatement(entries, "2025-03", fraction(amount));
          if (entry) entries.push(entry);
        }
        expect(balanceOf(entries)).toEqual(fraction(owed.at(-1) ?? 0));
      }),
    ));
});

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
  failures.map(({ level, amount, event }) =>
    missOf(`level ${level}`, { facts: { entered: fraction(amount) }, event }),
  );

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
      fc.property(failed, fc.integer({ min: 1, max: 6000 }), fc.integer({ min: 0, max: 9000 }), (failures, cap, used) => {
        const before = fraction(used);
        const credited = { quarter: before, year: before, "contract year": before };
        const isOfSpan = scope in credited;
        const facts = emptyFacts({ results: failuresOf(failures), credited });
        const statement = creditsOf(enteredPlan({ limits: [within(scope, cap)] }), facts);
        const room = fraction(isOfSpan ? Math.max(0, cap - used) : cap);
        for (const part of parts[scope](statement)) expect(compare(part, room)).toBeLessThanOrEqual(0);
      }),
    ),
  );

  test("all of them at once: none is passed, and what is paid never grows by a limit", () =>
    fc.assert(
      fc.property(failed, fc.array(fc.integer({ min: 1, max: 6000 }), { minLength: 8, maxLength: 8 }), (failures, caps) => {
        const limits = (Object.keys(parts) as Scope[]).map((scope, index) => within(scope, caps[index] ?? 1));
        const facts = emptyFacts({ results: failuresOf(failures) });
        const limited = creditsOf(enteredPlan({ limits }), facts);
        expect(compare(limited.exact, creditsOf(enteredPlan({}), facts).exact)).toBeLessThanOrEqual(0);
        for (const cap of caps.slice(4)) expect(compare(limited.exact, fraction(cap))).toBeLessThanOrEqual(0);
      }),
    ));
});

describe("the order in which levels stand changes nothing", () => {
  const rules: readonly EventRule[] = [
    { kind: "sum" },
    { kind: "highest" },
    { kind: "client chooses", otherwise: "highest" },
    { kind: "exclusive groups", groups: [["level 0", "level 1"], ["level 2", "level 3"]] },
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
          ...fewer.map((give, index) => ({ kind: "from" as const, edge: fraction(90 + index * 3), give: percentOf(give) })),
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
        holds({ kind: "shortfall", of: "charges", by: "value", target: fraction(99), better: "higher", step: fraction(step, 100), ...rest }, a, b);
      }),
    ),
  );

  test.each(partials)("by units in %s, with a first one of its own", (partial) =>
    fc.assert(
      fc.property(value, value, fc.integer({ min: 1, max: 90 }), (a, b, size) => {
        const first = { size: fraction(2 * size), give: percentOf(10) };
        holds({ kind: "per unit", of: "charges", by: "outage_minutes", size: fraction(size), partial, give: percentOf(5), first }, a, b);
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
          creditsOf(emptyPlan("EUR", { awards: [award] }), emptyFacts({ results: [missOf("level 0", { failuresBefore })] })).exact;
        expect(compare(credit(before + 1), credit(before))).toBeGreaterThanOrEqual(0);
      }),
    ));
});

describe("weights add up as ruled at each instant", () => {
  const set = fc.record({ from: fc.integer({ min: 1, max: 400 }), cuts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 }) });
  test.each(["pinned at the start", "by days"] as const)("%s", (inside) =>
    fc.assert(
      fc.property(fc.array(set, { maxLength: 5 }), fc.integer({ min: 0, max: 500 }), (later, start) => {
        const sets = [{ from: 0, cuts: [40, 70] }, ...later];
        // three shares between two cuts of 100 %
        const weights = sets.flatMap(({ from, cuts }) => {
          const [a = 0, b = 0] = cuts.toSorted((x, y) => x - y);
          return [a, b - a, 100 - b].map((share, index) => ({
            name: `level ${index}`,
            share: percentOf(share),
            from: from as Day,
            setBy: "Harbour Mutual",
            noticeGiven: null,
            reason: "agreed",
          }));
        });
        const weightRules = { ...emptyPlan("EUR").weightRules, total: "exactly 100%" as const, inside };
        const statement = creditsOf(emptyPlan("EUR", { weights, weightRules }), emptyFacts({ start: start as Day, days: 31 }));
        expect(sum(Object.values(statement.weights))).toEqual(one);
      }),
    ),
  );
});

test("every stage leaves one line of trace, in the order of the stages that sum, cap and round", () => {
  const facts = emptyFacts({ bases: { charges: one }, results: [missOf("level 0")] });
  const { trace } = creditsOf(weighted([100], 100), facts);
  expect(trace.map(({ stage }) => stage)).toEqual([0, 1, 3, 5, 7, 8, 9, 6, 9, 10, 11, 12, 13, 14, 15, 16, 17]);
});
