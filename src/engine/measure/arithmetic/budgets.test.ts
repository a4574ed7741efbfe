import { describe, expect, test } from "vitest";
import { fraction, one, zero } from "../../number/fraction.ts";
import { apdex, servedWithin } from "./apdex.ts";
import { attained } from "./attainment.ts";
import { type BudgetMethod, budgetUsed, shareBy } from "./budget-methods.ts";
import { budgetConsumed, burnRate, burnRateFactor, lastsFor } from "./burn-rate.ts";
import { kOfN, parallel, series } from "./composite.ts";
import { allowedDowntime, errorBudget } from "./error-budget.ts";
import { availabilityOf, timeBetweenFailures } from "./reliability.ts";
import { validRatio } from "./valid-ratio.ts";

const percent = (value: number) => fraction(Math.round(value * 100), 10_000);

describe("error budgets", () => {
  // 99 % of 1000 hours allow 10; 4 are down, 500 are still to come.
  const input = { target: percent(99), good: fraction(496), bad: fraction(4), remaining: fraction(500) };
  const spent = { ...input, good: fraction(980), bad: fraction(20), remaining: zero };
  test.each([
    ["whole period", input, 6],
    ["whole period", spent, -10],
    ["not below zero", spent, 0],
    // 980 / 0.99 - 980 - 20 is less than nothing, and so it is said
    ["projected", { ...input, good: fraction(990), bad: fraction(4), remaining: zero }, 0],
  ] as const)("%s", (method, given, left) => expect(errorBudget(given, method).left).toEqual(fraction(left)));

  test("projected: what still fits beside what was up", () =>
    // 496 / 0.99 - 496 - 4 = 1.0101...
    expect(errorBudget(input, "projected").left).toEqual(fraction(100, 99)));
  test("used 4 of 10", () => expect(errorBudget(input, "whole period").usedShare).toEqual(fraction(2, 5)));
  test("99.9 % of 30 days allow 43 minutes 12 seconds", () =>
    expect(allowedDowntime(percent(99.9), fraction(30 * 86_400))).toEqual(fraction(2592)));
  test("no budget, no share of it", () =>
    expect(errorBudget({ ...input, target: one }, "whole period").usedShare).toBeNull());
});

describe("burn rates", () => {
  test("2 % of errors where 0.5 % are allowed burn four times too fast", () =>
    expect(burnRate(percent(2), percent(99.5))).toEqual(fraction(4)));
  test("nothing allowed, no rate", () => expect(burnRate(percent(1), one)).toBeNull());
  test("at 4 a month of 720 hours lasts 180", () =>
    expect(lastsFor(fraction(4), fraction(720))).toEqual(fraction(180)));
  test("at 4 nine hours use 5 % of it", () =>
    expect(budgetConsumed(fraction(4), fraction(9), fraction(720))).toEqual(percent(5)));
  test("5 % in nine hours are a rate of 4", () =>
    expect(burnRateFactor(percent(5), fraction(9), fraction(720))).toEqual(fraction(4)));
});

describe("budget methods", () => {
  // 9 of 10, 1 of 1, nothing, 3 of 4
  const slices = [
    [9, 10],
    [1, 1],
    [0, 0],
    [3, 4],
  ].map(([good = 0, valid = 0]) => ({ good: fraction(good), valid: fraction(valid) }));
  test.each<[BudgetMethod, ReturnType<typeof fraction>]>([
    ["occurrences", fraction(13, 15)],
    ["timeslices", fraction(2, 3)],
    // (0.9 + 1 + 0.75) / 3
    ["ratio timeslices", fraction(265, 300)],
  ])("%s", (method, expected) => expect(shareBy(method, slices, percent(90))).toEqual(expected));
  test("no slices, no share", () => expect(shareBy("timeslices", [], percent(90))).toBeNull());
  test("5 points short of 10 allowed use half", () =>
    expect(budgetUsed(percent(95), percent(90))).toEqual(fraction(1, 2)));
});

describe("several as one", () => {
  const parts = [percent(90), percent(80), percent(50)];
  test("all needed: 0.9 x 0.8 x 0.5", () => expect(series(parts)).toEqual(percent(36)));
  test("one is enough: 1 - 0.1 x 0.2 x 0.5", () => expect(parallel(parts)).toEqual(percent(99)));
  // 0.36 + 0.9 x 0.8 x 0.5 + 0.9 x 0.2 x 0.5 + 0.1 x 0.8 x 0.5 = 0.36 + 0.36 + 0.09 + 0.04
  test("two of three", () => expect(kOfN(parts, 2)).toEqual(percent(85)));
  test("k of n agrees with both ends", () => {
    expect(kOfN(parts, 3)).toEqual(series(parts));
    expect(kOfN(parts, 1)).toEqual(parallel(parts));
    expect(kOfN(parts, 0)).toEqual(one);
  });
});

describe("failures and repairs", () => {
  test("up 99 hours of every 100", () => expect(availabilityOf(fraction(99), fraction(1))).toEqual(percent(99)));
  test("720 hours, 12 down, 3 failures", () => {
    const time = { whole: fraction(720), down: fraction(12), failures: 3 };
    expect(timeBetweenFailures(time, "up time")).toEqual(fraction(236));
    expect(timeBetweenFailures(time, "start to start")).toEqual(fraction(240));
    expect(timeBetweenFailures({ ...time, failures: 0 }, "up time")).toBeNull();
  });
});

describe("counts", () => {
  test.each([
    [39, 40, 95, { allowedMisses: 2, missesLeft: 1, met: true }],
    [37, 40, 95, { allowedMisses: 2, missesLeft: -1, met: false }],
    [19, 19, 95, { allowedMisses: 0, missesLeft: 0, met: true }],
    [0, 0, 95, { allowedMisses: 0, missesLeft: 0, met: null, share: null }],
  ])("%d of %d at %d %%", (good, total, target, expected) =>
    expect(attained(good, total, percent(target))).toMatchObject(expected),
  );

  test.each([
    [null, null, 1, null],
    [3, 1, 5, null],
    [4, 1, 5, fraction(4, 5)],
    [0, 0, 0, null],
  ])("%s good and %s bad of at least %d", (good, bad, least, expected) =>
    expect(validRatio(good, bad, least)).toEqual(expected),
  );

  test("half of a tolerating user", () => {
    const served = servedWithin(
      [200, 300, 301, 1200, 1201].map((each) => fraction(each)),
      fraction(300),
    );
    expect(served).toEqual({ satisfied: 2, tolerating: 2, frustrated: 1 });
    expect(apdex(served)).toEqual(fraction(3, 5));
    expect(apdex({ satisfied: 0, tolerating: 0, frustrated: 0 })).toBeNull();
  });
});
