import { type Fraction, fraction, minus, over, plus, sum, times, zero } from "../number/fraction.ts";

/** A straight line: its value at place 0, and what it changes from one place to the next. */
export interface Line {
  readonly start: Fraction;
  readonly slope: Fraction;
}

export interface Placed {
  readonly place: number;
  readonly figure: Fraction;
}

/** The line of least squares through points at different places, exactly; null for fewer than two. */
export function lineThrough(points: readonly Placed[]): Line | null {
  if (points.length < 2) return null;
  const count = fraction(points.length);
  const places = sum(points.map(({ place }) => fraction(place)));
  const figures = sum(points.map(({ figure }) => figure));
  const products = sum(points.map(({ place, figure }) => times(fraction(place), figure)));
  const squares = sum(points.map(({ place }) => fraction(place * place)));
  const spread = minus(times(count, squares), times(places, places));
  if (spread.n === 0n) return null;
  const slope = over(minus(times(count, products), times(places, figures)), spread);
  return { slope, start: over(minus(figures, times(slope, places)), count) };
}

/** The place at which a line has a value; null where it runs level. */
export function placeOf({ start, slope }: Line, value: Fraction): Fraction | null {
  return slope.n === 0n ? null : over(minus(value, start), slope);
}

/** The mean of some figures; zero of none. */
export const meanOf = (figures: readonly Fraction[]): Fraction =>
  figures.length === 0 ? zero : over(figures.reduce(plus, zero), fraction(figures.length));
