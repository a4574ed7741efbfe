import { type Fraction, sum } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import type { CreditLine } from "../statement.ts";

/** The sum of lines that are rounded each, as some contracts ask; the pipeline itself rounds the sum once. */
export const roundedSum = (lines: readonly CreditLine[], places: number): Fraction =>
  sum(lines.map(({ given }) => roundTo(given, places)));
