import { expect, test } from "vitest";
import { fraction } from "../../number/fraction.ts";
import { readDay } from "../../time/civil.ts";
import { fromDay, fromStart } from "./in-service.ts";

test.each([
  [16, 30, 15], // the 16th to the 30th
  [1, 31, 31],
  [31, 31, 1],
  [31, 30, 0], // a day that the month does not have
])("from day %i of %i, %i days are in force", (first, days, active) =>
  expect(fromDay(fraction(first), fraction(days)).active).toEqual(fraction(active)),
);

test("a beginning knows its month", () =>
  expect(fromStart(readDay("2024-02-20") ?? fail())).toEqual({ active: fraction(10), days: fraction(29) }));

function fail(): never {
  throw new Error("no date");
}
