import { describe, expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { leftToLose, permitted, requiredInTime } from "./allowance.ts";

describe("what a target leaves", () => {
  test.each([
    [40_320, 40], // 28 days: 40.32 minutes at 99.9 %
    [43_200, 43], // 30 days: 43.2
    [44_640, 44], // 31 days: 44.64, cut and not rounded
  ])("of %i minutes %i may be lost", (agreed, lost) =>
    expect(permitted(fraction(agreed), fraction(999, 1000))).toEqual(fraction(lost)),
  );

  test("exactly", () => expect(leftToLose(fraction(43_200), fraction(999, 1000))).toEqual(fraction(216, 5))); // 43.2

  test.each([
    [40, 38], // 95 % of 40 is 38
    [39, 38], // 37.05: 38 of 39 must be in time
    [30, 29], // 28.5
  ])("of %i tickets %i must be in time", (total, needed) =>
    expect(requiredInTime(fraction(total), fraction(19, 20))).toEqual(fraction(needed)),
  );
});
