import { type Fraction, sum } from "../../number/fraction.ts";

interface Paid {
  readonly amount: Fraction;
  /** A credit of a peak or an egregious miss, which cannot be won back. */
  readonly lasting: boolean;
}

/** Credits that can be won back, and those that stay. */
export function relieved(credits: readonly Paid[]): { readonly back: Fraction; readonly kept: Fraction } {
  const total = (some: readonly Paid[]): Fraction => sum(some.map(({ amount }) => amount));
  return { back: total(credits.filter((one) => !one.lasting)), kept: total(credits.filter((one) => one.lasting)) };
}
