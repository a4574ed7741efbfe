import type { Unit } from "../agreement/quantity.ts";
import { type Fraction, fraction, one, over, sum } from "../number/fraction.ts";
import type { Bounds, Item, Measurement, Reason } from "./measurement.ts";

/** What a record would add without exclusions and relief. */
export interface RawMark {
  readonly good: boolean | null;
  readonly value: Fraction | null;
}

/** The records of a population, as agreed and as they would be without exclusions and relief. */
export interface Tally {
  readonly items: readonly Item[];
  readonly raw: readonly RawMark[];
}

/** A reason with its facts. */
export const reason = (code: string, facts: Readonly<Record<string, string>> = {}): Reason => ({ code, facts });

/** Several tallies as one. */
export function together(tallies: readonly Tally[]): Tally {
  return { items: tallies.flatMap(({ items }) => items), raw: tallies.flatMap(({ raw }) => raw) };
}

/** Good over all: records not known are left out of the figure, and are all good or all bad in the bounds. */
export function shareOf({ items, raw }: Tally): Measurement {
  const counted = items.filter((item) => item.counted);
  const { good, known, unknown } = countOf(counted);
  const bare = countOf(raw);
  return {
    unit: "share",
    figure: ratio(good, known),
    part: fraction(good),
    whole: fraction(known),
    bounds: boundsOf(good, known, unknown),
    completeness: ratio(known, known + unknown) ?? one,
    raw: { figure: ratio(bare.good, bare.known), part: fraction(bare.good), whole: fraction(bare.known) },
    items,
    time: null,
    method: null,
  };
}

/** A measurement of one plain value from items, such as a mean; `part` and `whole` are what it was made of. */
export function figureOf(unit: Unit, tally: Tally, make: (values: readonly Fraction[]) => Figure): Measurement {
  const counted = tally.items.filter((item) => item.counted);
  const values = counted.flatMap(({ value }) => (value === null ? [] : [value]));
  const needed = counted.reduce((total, item) => total + standsFor(item), 0);
  const made = make(values);
  return {
    unit,
    ...made,
    bounds: made.figure && values.length === needed ? { low: made.figure, high: made.figure } : null,
    completeness: ratio(values.length, needed) ?? one,
    raw: make(tally.raw.flatMap(({ value }) => (value === null ? [] : [value]))),
    items: tally.items,
    time: null,
    method: null,
  };
}

/** How many values an item stands for: one, or every sample of a gap that should have come. */
const standsFor = ({ why: { code, facts } }: Item): number => (code === "gap" ? Number(facts.missing) : 1);

export interface Figure {
  readonly figure: Fraction | null;
  readonly part: Fraction | null;
  readonly whole: Fraction | null;
}

/** The mean of values as sum over count; null for none. */
export function mean(values: readonly Fraction[]): Figure {
  const [part, whole] = [sum(values), fraction(values.length)];
  return { figure: values.length === 0 ? null : over(part, whole), part, whole };
}

/** n / d; null over zero. */
export const ratio = (n: number, d: number): Fraction | null => (d === 0 ? null : fraction(n, d));

function countOf(all: readonly { readonly good: boolean | null }[]): { good: number; known: number; unknown: number } {
  const good = all.filter((each) => each.good === true).length;
  const unknown = all.filter((each) => each.good === null).length;
  return { good, known: all.length - unknown, unknown };
}

function boundsOf(good: number, known: number, unknown: number): Bounds | null {
  const all = known + unknown;
  return all === 0 ? null : { low: fraction(good, all), high: fraction(good + unknown, all) };
}
