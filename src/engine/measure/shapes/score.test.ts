import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Verdict } from "../../agreement/words.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { plainLevel, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

describe("score", () => {
  const parts: Partial<LevelTerms> = {
    measure: "score",
    of: null,
    parts: [
      { level: "a", share: fraction(1, 2) },
      { level: "b", share: fraction(3, 10) },
      { level: "c", share: fraction(1, 5) },
    ],
    points: { met: fraction(100), "at minimum": fraction(60), missed: fraction(0) },
  };
  const given = (a: Verdict, b: Verdict, c: Verdict) => ({
    verdicts: new Map([
      ["quay-sla/a", a],
      ["quay-sla/b", b],
      ["quay-sla/c", c],
    ]),
  });
  test.each<[Verdict, Verdict, Verdict, Partial<LevelTerms>, Fraction]>([
    ["met", "at minimum", "missed", {}, fraction(68)], // 50 + 18
    ["met", "not rated", "missed", {}, fraction(500, 7)], // 50 of 70
    ["met", "not rated", "missed", { leftOut: "counts as met" }, fraction(80)],
    ["met", "undetermined", "met", {}, fraction(100)],
  ])("%s, %s, %s", (a, b, c, more, expected) =>
    expect(measured({ ...parts, ...more }, [], given(a, b, c)).figure).toEqual(expected),
  );
  test("what is undetermined has the fewest and the most points", () =>
    expect(measured(parts, [], given("met", "undetermined", "met")).bounds).toEqual({
      low: fraction(70),
      high: fraction(100),
    }));
});
