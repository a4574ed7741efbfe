import { exactDecimal } from "../../../number/decimal.ts";
import type { Fraction } from "../../../number/fraction.ts";

/** A factor or a count as it is written: `1.5`; a fraction where no decimal ends. */
export const plain = (value: Fraction): string => exactDecimal(value) ?? `${value.n}/${value.d}`;

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}

/** `once`, `twice`, `3 times`. */
export const often = (count: number): string => ["never", "once", "twice"][count] ?? `${count} times`;
