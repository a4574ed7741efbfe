import { type Fraction, sum, times } from "../../number/fraction.ts";

/** Charges of several currencies in one, each at its stored rate. */
export const convertedSum = (charges: readonly { readonly amount: Fraction; readonly rate: Fraction }[]): Fraction =>
  sum(charges.map(({ amount, rate }) => times(amount, rate)));
