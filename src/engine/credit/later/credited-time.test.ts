import { describe, expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { creditedDays, creditedHours } from "./credited-time.ts";

const rows = [
  { upto: fraction(4), days: fraction(1) },
  { upto: fraction(48), days: fraction(2) },
  { upto: fraction(96), days: fraction(5) },
];

describe("time that is credited for time lost", () => {
  test.each([
    [fraction(9, 4), fraction(9, 4)], // 2 h 15 min, above the two hours
    [fraction(2), fraction(2)],
    [fraction(7, 4), fraction(1)], // 1 h 45 min: the fraction does not count yet
  ])("hours, with their fraction from two hours on", (lost, credited) =>
    expect(creditedHours(lost, fraction(2))).toEqual(credited),
  );

  test.each([
    [fraction(1, 2), 0], // shorter than an hour
    [fraction(1), 1],
    [fraction(4), 1], // the edge belongs to the row that it ends
    [fraction(5), 2],
    [fraction(96), 5],
    [fraction(191), 5], // 95 hours more are no whole block
    [fraction(192), 10],
  ])("days of fees", (hours, days) => expect(creditedDays(hours, { from: fraction(1), rows })).toEqual(fraction(days)));
});
