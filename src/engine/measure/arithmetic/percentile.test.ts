import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Fraction, fraction } from "../../number/fraction.ts";
import { type PercentileMethod, percentile } from "./percentile.ts";

const five = [12, 18, 30, 44, 60].map((each) => fraction(each));

describe("percentiles", () => {
  test.each<[number, PercentileMethod, Fraction]>([
    // rank ceil(0.4 x 5) = 2
    [40, "nearest rank", fraction(18)],
    // rank 1 + 0.4 x 4 = 2.6: 18 + 0.6 x 12
    [40, "linear", fraction(252, 10)],
    // rank 0.4 x 6 = 2.4: 18 + 0.4 x 12
    [40, "linear exclusive", fraction(228, 10)],
    [100, "nearest rank", fraction(60)],
    [0, "nearest rank", fraction(12)],
    [50, "linear", fraction(30)],
    // rank 0.95 x 6 = 5.7, beyond the last
    [95, "linear exclusive", fraction(60)],
    // rank 0.05 x 6 = 0.3, before the first
    [5, "linear exclusive", fraction(12)],
  ])("the %dth by %s", (percent, method, expected) =>
    expect(percentile(five, fraction(percent, 100), method)).toEqual(expected),
  );

  test("of nothing is nothing", () => expect(percentile([], fraction(1, 2), "linear")).toBeNull());

  test("a nearest rank is a value that happened, and no method leaves the range", () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 100 }),
        (all, percent) => {
          const values = all.map((each) => fraction(each));
          const share = fraction(percent, 100);
          expect(all.map(BigInt)).toContain(percentile(values, share, "nearest rank")?.n);
          for (const method of ["linear", "linear exclusive"] as const) {
            const found = percentile(values, share, method) as Fraction;
            expect(compare(found, fraction(Math.min(...all)))).toBeGreaterThanOrEqual(0);
            expect(compare(found, fraction(Math.max(...all)))).toBeLessThanOrEqual(0);
          }
        },
      ),
    ));
});
