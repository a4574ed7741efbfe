import { type Fraction, minus, most, zero } from "../../number/fraction.ts";

/** How far one figure lies below another; zero where it does not. */
export const distance = (lower: Fraction, upper: Fraction): Fraction => most(minus(upper, lower), zero);
