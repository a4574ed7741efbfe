import { describe, expect, test } from "vitest";
import { chanceOf } from "./random.ts";

const draws = (seed: number, name: string): number[] => {
  const chance = chanceOf(seed, name);
  return Array.from({ length: 20_000 }, () => chance.next());
};

describe("chance", () => {
  test("the same seed and name give the same stream; another seed or name another one", () => {
    expect(draws(7, "calls")).toEqual(draws(7, "calls"));
    expect(draws(7, "calls").slice(0, 5)).not.toEqual(draws(8, "calls").slice(0, 5));
    expect(draws(7, "calls").slice(0, 5)).not.toEqual(draws(7, "surveys").slice(0, 5));
  });

  test("draws lie in [0, 1) and fill it evenly", () => {
    const all = draws(1, "even");
    expect(all.every((each) => each >= 0 && each < 1)).toBe(true);
    // 20,000 draws in 10 bins: 2,000 each, and 5 standard deviations of sqrt(2000 * 0.9) = 42 on either side
    for (let bin = 0; bin < 10; bin += 1) {
      const count = all.filter((each) => Math.floor(each * 10) === bin).length;
      expect(Math.abs(count - 2000)).toBeLessThan(212);
    }
  });

  test("what is around a median lies below it as often as above", () => {
    const chance = chanceOf(3, "around");
    const above = Array.from({ length: 10_000 }, () => chance.around(40, 0.7)).filter((each) => each > 40).length;
    expect(Math.abs(above - 5000)).toBeLessThan(250); // 5 standard deviations of 50
  });

  test("counts have the mean that is asked for, few or many", () => {
    for (const mean of [0.5, 6, 120]) {
      const chance = chanceOf(5, "count");
      const total = Array.from({ length: 4000 }, () => chance.count(mean)).reduce((a, b) => a + b, 0);
      expect(Math.abs(total / 4000 - mean)).toBeLessThan(5 * Math.sqrt(mean / 4000));
    }
  });
});
