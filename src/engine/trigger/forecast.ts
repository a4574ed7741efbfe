import type { Quantity } from "../agreement/quantity.ts";
import { compare, type Fraction, most, zero } from "../number/fraction.ts";
import { betterOf, compareBy } from "./better.ts";
import { lineThrough, placeOf } from "./line.ts";
import { areAlike, fits, type KnownPoint } from "./points.ts";

/** What lies ahead: the newest figure is there, or the line gets there in so many periods (0: it is there). */
export type Ahead =
  | { readonly kind: "reached" }
  | { readonly kind: "reaches"; readonly slope: Fraction; readonly steps: Fraction };

/** The figure that is looked for. */
export interface Sought {
  readonly reaches: Quantity;
  /** So many periods from the newest figure on. */
  readonly steps: Fraction;
}

/**
 * Where the line of least squares through figures leads, each at its own place, so that a period without one leaves a
 * gap. Only a line that gets worse reaches anything; a figure on the mark has reached it. Null where nothing is ahead.
 */
export function ahead(points: readonly KnownPoint[], { reaches, steps }: Sought): Ahead | null {
  const newest = points.at(-1);
  const better = newest && betterOf(newest.result.level);
  if (!newest || !better || points.length < 3 || !areAlike(points)) return null;
  if (!fits(reaches, newest.result.measurement.unit)) return null;
  if (compareBy(better, newest.figure, reaches.value) <= 0) return { kind: "reached" };
  const line = lineThrough(points.map(({ place, figure }) => ({ place: place - newest.place, figure })));
  if (line === null || compareBy(better, line.slope, zero) >= 0) return null;
  const place = placeOf(line, reaches.value);
  if (place === null || compare(place, steps) > 0) return null;
  return { kind: "reaches", slope: line.slope, steps: most(place, zero) };
}
