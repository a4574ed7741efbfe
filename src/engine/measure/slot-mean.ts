import { type Fraction, fraction, over, sum } from "../number/fraction.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

/** A value at an instant. */
export interface ValueAt {
  readonly at: Instant;
  readonly value: Fraction;
}

/** The mean of the values of each slot, counted from the start of the period; slots without values are left out. */
export function slotMeans(values: readonly ValueAt[], period: Span, length: number): Fraction[] {
  const slots = Map.groupBy(values, ({ at }) => Math.floor((at - period.start) / length));
  return [...slots.values()].map((own) => over(sum(own.map(({ value }) => value)), fraction(own.length)));
}
