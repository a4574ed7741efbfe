import { describe, expect, test } from "vitest";
import { type Fraction, fraction } from "../../number/fraction.ts";
import { availability, availabilityAsPrinted, availabilityOfUsers, excusedLate } from "./availability.ts";

const seen = (total: number, down: number, excused: number) => ({
  total: fraction(total),
  down: fraction(down),
  excused: fraction(excused),
});
const percent = (part: number, whole: number): Fraction => fraction(part * 100, whole);

describe("availability", () => {
  test.each([
    ["minus in both", percent(44_340, 44_400)], // (44,640 − 240 − 60) / (44,640 − 240)
    ["only downtime reduced", percent(44_580, 44_640)],
  ] as const)("excused time, %s", (excusing, figure) =>
    expect(availability(seen(44_640, 60, 240), excusing)).toEqual(figure),
  );

  test("a formula in print can pass 100, and is held there", () =>
    // (720 − 2) / (720 − 10)
    expect(availabilityAsPrinted(seen(720, 2, 10))).toEqual({ printed: percent(718, 710), held: fraction(100) }));

  test("nothing is left where all is excused", () =>
    expect([availability(seen(10, 0, 10)), availabilityAsPrinted(seen(10, 0, 10))]).toEqual([null, null]));

  test("users that were not hit lose nothing", () =>
    // 1 − 60 × 100 / (43,200 × 1,000)
    expect(availabilityOfUsers(seen(43_200, 60, 0), { hit: fraction(100), all: fraction(1000) })).toEqual(
      percent(43_194_000, 43_200_000),
    ));

  test.each([
    ["minus in both", percent(185, 195)], // 200 − 5; 15 − 5 late
    ["only downtime reduced", percent(190, 200)],
  ] as const)("late ones that are excused, %s", (excusing, figure) =>
    expect(excusedLate(seen(200, 15, 5), excusing)).toEqual(figure),
  );
});
