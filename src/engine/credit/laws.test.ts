import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Fraction, fraction, one, sum } from "../number/fraction.ts";
import type { Day } from "../time/civil.ts";
import { creditsOf } from "./credits-of.ts";
import { emptyFacts, missOf } from "./facts.ts";
import { checkWeights } from "./later/check-weights.ts";
import { balanceOf, type LedgerEntry, restatement } from "./later/ledger.ts";
import { plainAward } from "./plan/award.ts";
import { stated } from "./plan/base.ts";
import { type CreditPlan, emptyPlan } from "./plan/plan.ts";

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

describe("weights add up as ruled at each instant", () => {
  const set = fc.record({
    from: fc.integer({ min: 1, max: 400 }),
    cuts: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 2 }),
  });
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
        const statement = creditsOf(
          emptyPlan("EUR", { weights, weightRules }),
          emptyFacts({ start: start as Day, days: 31 }),
        );
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
