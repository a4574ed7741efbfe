import { type Fraction, sum } from "../../number/fraction.ts";

/** What several amounts come to. */
export const totalOf = (amounts: readonly Fraction[]): Fraction => sum(amounts);
