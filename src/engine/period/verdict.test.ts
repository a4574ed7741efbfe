import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Rules, usualRules } from "../agreement/rules.ts";
import type { LowVolume, Target } from "../agreement/terms.ts";
import { atLeast, decimal, lowVolume, mark, share } from "../measure/fixture/story.ts";
import type { Item, Measurement } from "../measure/measurement.ts";
import { shareOf } from "../measure/tally.ts";
import { type Fraction, fraction, one } from "../number/fraction.ts";
import { passes } from "./passes.ts";
import { judge, type VerdictInput } from "./verdict.ts";

const item = (good: boolean | null): Item => ({
  record: "A",
  source: null,
  counted: true,
  good,
  value: null,
  at: null,
  why: { code: "any", facts: {} },
  relief: null,
  reading: null,
});

/** So many good, bad and unknown records. */
const counts = (good: number, bad: number, unknown = 0): Measurement =>
  shareOf({
    items: [...Array(good).fill(item(true)), ...Array(bad).fill(item(false)), ...Array(unknown).fill(item(null))],
    raw: [],
  });

const target: Target = { expected: atLeast("95"), minimum: atLeast("90") };
const given = (measurement: Measurement, parts: Partial<VerdictInput> = {}) =>
  judge({
    measurement,
    target,
    lowVolume: null,
    completeFrom: share("90"),
    rules: usualRules,
    absence: "nothing happened",
    standing: "settled",
    ...parts,
  });
const said = (measurement: Measurement, parts: Partial<VerdictInput> = {}) => {
  const { verdict, reasons } = given(measurement, parts);
  return `${verdict}: ${reasons.map(({ code }) => code).join(", ")}`;
};
const ruled = (rules: Partial<Rules>): Partial<VerdictInput> => ({ rules: { ...usualRules, ...rules } });

describe("by the figure", () => {
  test.each([
    [95, 5, "met: reaches-expected"],
    [94, 6, "at minimum: reaches-minimum"],
    [90, 10, "at minimum: reaches-minimum"],
    [89, 11, "missed: below-target"],
  ])("%d of 100 at 95 % expected, 90 % at least", (good, bad, expected) =>
    expect(said(counts(good, bad))).toBe(expected),
  );

  test("without a minimum whatever is not met is missed", () =>
    expect(said(counts(94, 6), { target: { expected: atLeast("95"), minimum: null } })).toBe("missed: below-target"));
  test("without any target nothing is rated", () =>
    expect(said(counts(94, 6), { target: { expected: null, minimum: null } })).toBe("not rated: no-target"));
});

describe("exact, or rounded first", () => {
  const rules = (compare_at: number | null, half: Rules["half"] = "up") => ({ ...usualRules, compare_at, half });
  test.each<[string, Fraction, Parameters<typeof passes>[1], ReturnType<typeof rules>, boolean]>([
    ["99.895 % is less than 99.9 %", share("99.895"), atLeast("99.9"), rules(null), false],
    ["but 99.90 % at two places", share("99.895"), atLeast("99.9"), rules(2), true],
    ["99.89 % where a half goes down", share("99.895"), atLeast("99.9"), rules(2, "down"), false],
    ["99.88 % would be even", share("99.885"), atLeast("99.89"), rules(2, "even"), false],
    ["99.8949 % stays below at two places", share("99.8949"), atLeast("99.9"), rules(2), false],
    ["the other direction", share("3.04"), mark("at most", share("3")), rules(1), true],
    ["less than is not at most", share("3"), mark("less than", share("3")), rules(null), false],
    ["more than is not at least", share("3"), mark("more than", share("3")), rules(null), false],
    ["a mean time on the mark", fraction(3600), mark("at most", fraction(3600), "time"), rules(null), true],
    [
      "a mean time on the mark, missed",
      fraction(3600),
      mark("at most", fraction(3600), "time"),
      { ...rules(null), exactly_on_target: "missed" },
      false,
    ],
    ["all in time can still be met", one, atLeast("100"), { ...rules(null), exactly_on_target: "missed" }, true],
    ["a count", decimal("2"), mark("at most", decimal("2"), "number"), rules(null), true],
  ])("%s", (_, figure, against, how, expected) => expect(passes(figure, against, how)).toBe(expected));
});

describe("nothing to judge", () => {
  const none = counts(0, 0);
  const blind: Measurement = { ...none, completeness: fraction(0) };
  test.each<[string, Measurement, Partial<VerdictInput>, string]>([
    ["nothing happened", none, {}, "not rated: nothing-happened"],
    ["nothing happened, deemed met", none, ruled({ if_nothing_happened: "met" }), "met: nothing-happened"],
    ["a report that never came", none, { absence: "not measured" }, "undetermined: not-measured"],
    [
      "a report that never came, deemed missed",
      none,
      { absence: "not measured", ...ruled({ if_not_measured: "missed" }) },
      "missed: not-measured-deemed-missed",
    ],
    ["not measured", blind, {}, "undetermined: not-measured"],
    ["not measured, deemed missed", blind, ruled({ if_not_measured: "missed" }), "missed: not-measured-deemed-missed"],
    ["in dispute, whatever it says", counts(1, 99), { standing: "disputed" }, "held: disputed"],
  ])("%s", (_, measurement, parts, expected) => expect(said(measurement, parts)).toBe(expected));
});

describe("part is unknown", () => {
  test.each<[string, Measurement, string]>([
    // 96 to 98 of 100
    ["both ends are met", counts(96, 2, 2), "met: reaches-expected"],
    // 94 to 96 of 100
    ["the target lies between", counts(94, 4, 2), "undetermined: within-bounds"],
    // 88 to 89 of 100
    ["both ends are missed", counts(88, 11, 1), "missed: below-target"],
    ["too much is unknown", counts(89, 0, 11), "undetermined: incomplete"],
    // 90 of 100 are known, and none of the rest could bring it below 90 %, or all of it above 95 %
    ["just enough is known", counts(90, 0, 10), "undetermined: within-bounds"],
  ])("%s", (_, measurement, expected) => expect(said(measurement)).toBe(expected));
});

describe("few records", () => {
  const low = (then: LowVolume["then"], misses = 0): Partial<VerdictInput> => ({
    lowVolume: lowVolume(20, then, misses),
  });
  test.each<[string, Measurement, Partial<VerdictInput>, string]>([
    ["not rated", counts(18, 1), low("not rated"), "not rated: low-volume"],
    ["enough of them", counts(18, 2), low("not rated"), "at minimum: reaches-minimum"],
    ["one miss allowed", counts(10, 1), low("allow misses", 1), "met: misses-allowed"],
    ["two are too many", counts(10, 2), low("allow misses", 1), "missed: below-target"],
    ["one miss and one unknown may be two", counts(17, 1, 1), low("allow misses", 1), "undetermined: within-bounds"],
    ["join the next period", counts(10, 2), low("join next period"), "not rated: joins-next-period"],
  ])("%s", (_, measurement, parts, expected) => expect(said(measurement, parts)).toBe(expected));

  test.each([
    [counts(38, 2), {}, { allowed: 2, misses: 2 }],
    [counts(19, 0), {}, { allowed: 0, misses: 0 }],
    [counts(10, 1), low("allow misses", 1), { allowed: 1, misses: 1 }],
    // more than 95 % of 40: two misses would leave exactly 95 %
    [counts(38, 2), { target: { expected: mark("more than", share("95")), minimum: null } }, { allowed: 1, misses: 2 }],
  ])("misses allowed %#", (measurement, parts, expected) =>
    expect(given(measurement, parts).allowance).toMatchObject(expected),
  );
});

test("more good records never make a verdict worse", () => {
  const rank = { missed: 0, "at minimum": 1, met: 2 } as Readonly<Record<string, number>>;
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (good, bad) => {
      fc.pre(good + bad > 0);
      const [before, after] = [given(counts(good, bad)), given(counts(good + 1, bad))];
      expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict] ?? 0);
    }),
  );
});

test("a level is met exactly where its misses are within those allowed", () =>
  fc.assert(
    fc.property(fc.nat(200), fc.nat(20), (good, bad) => {
      fc.pre(good + bad > 0);
      const { verdict, allowance } = given(counts(good, bad));
      expect(verdict === "met").toBe(allowance !== null && allowance.misses <= allowance.allowed);
    }),
  ));
