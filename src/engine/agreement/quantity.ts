import type { Fraction } from "../number/fraction.ts";
import type { Duration } from "../time/instant.ts";

/** A time allowed to a clock. Days of either kind become service seconds when the clock starts. */
export type Allowed =
  | { readonly kind: "time"; readonly seconds: Duration }
  | { readonly kind: "business days"; readonly count: number }
  | { readonly kind: "days"; readonly count: number };

/** What a figure or a mark is counted in. A share is 1 for 100 %, a time is in seconds. */
export type Unit = "share" | "time" | "number" | "points";

/** An exact quantity with its unit, as in `95%`, `1h 30m`, `3`. */
export interface Quantity {
  readonly unit: Unit;
  readonly value: Fraction;
}

/** A mark carries its direction: `at least 95%`, `at most 80%`, `less than 10s`, `more than 3`. */
export interface Mark {
  readonly direction: "at least" | "at most" | "less than" | "more than";
  readonly quantity: Quantity;
}

/** Money in one currency, exact. */
export interface Money {
  readonly amount: Fraction;
  readonly currency: string;
}
