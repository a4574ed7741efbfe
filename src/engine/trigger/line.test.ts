import fc from "fast-check";
import { expect, test } from "vitest";
import { compare, fraction, minus, plus, sum, times, zero } from "../number/fraction.ts";
import { lineThrough, placeOf } from "./line.ts";

const placed = (...figures: readonly number[]) => figures.map((figure, place) => ({ place, figure: fraction(figure) }));

test("two points lie on their line, one has none", () => {
  expect(lineThrough(placed(3, 5))).toEqual({ start: fraction(3), slope: fraction(2) });
  expect(lineThrough(placed(3))).toBeNull();
  expect(lineThrough([])).toBeNull();
});

test("the line of least squares through 1, 2, 2, 5, by hand", () => {
  // places 0..3, means 1.5 and 2.5; slope (1.5·1.5 + 0.5·0.5 - 0.5·0.5 + 1.5·2.5) / 5 = 6 / 5, start 2.5 - 1.5·1.2 = 0.7
  const line = lineThrough(placed(1, 2, 2, 5));
  expect(line).toEqual({ start: fraction(7, 10), slope: fraction(6, 5) });
  // it is at 10 at (10 - 0.7) / 1.2 = 7.75
  expect(line && placeOf(line, fraction(10))).toEqual(fraction(31, 4));
});

test("a level line is nowhere at another value", () =>
  expect(placeOf({ start: fraction(3), slope: zero }, fraction(4))).toBeNull());

const points = fc
  .uniqueArray(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 8 })
  .chain((places) =>
    fc.tuple(...places.map((place) => fc.integer({ min: -99, max: 99 }).map((n) => ({ place, figure: fraction(n) })))),
  );

test("the distances from the line add up to nothing, also by their places: no other line is nearer", () =>
  fc.assert(
    fc.property(points, (all) => {
      const line = lineThrough(all);
      if (line === null) throw new Error("two places have a line");
      const rests = all.map(({ place, figure }) => ({
        place: fraction(place),
        rest: minus(figure, plus(line.start, times(line.slope, fraction(place)))),
      }));
      expect(compare(sum(rests.map(({ rest }) => rest)), zero)).toBe(0);
      expect(compare(sum(rests.map(({ place, rest }) => times(place, rest))), zero)).toBe(0);
    }),
  ));
