import { readDecimal } from "../../../engine/number/decimal.ts";
import type { Fraction } from "../../../engine/number/fraction.ts";
import { fraction, over } from "../../../engine/number/fraction.ts";
import { got, type Read, refused, scalar } from "../read.ts";

const decimal = /^-?\d{1,30}(\.\d{1,30})?$/;

/** A decimal as people write it: no exponent, no separators, no leading plus; null otherwise. */
export const plainDecimal = (text: string): Fraction | null => (decimal.test(text) ? readDecimal(text) : null);

/** `95%`, `99.90%`: exact, 1 for 100 %. */
export function readShare(text: string): Read<Fraction> {
  const share = text.endsWith("%") ? plainDecimal(text.slice(0, -1)) : null;
  if (share !== null && share.n >= 0n) return got(over(share, fraction(100)));
  if (plainDecimal(text) !== null) return refused("unit-missing", `'${text}' has no unit.`, `Write '${text}%'.`);
  return refused("share-unreadable", `'${text}' is not a share.`, "Write a percentage such as 95% or 99.90%.");
}

/** A bare whole number, such as a count of records. */
export function readCount(text: string): Read<number> {
  if (/^\d{1,9}$/.test(text)) return got(Number(text));
  return refused("count-unreadable", `'${text}' is not a count.`, "Write a whole number without a unit, such as 20.");
}

/** A factor or a score: a bare number, decimals allowed. */
export function readFactor(text: string): Read<Fraction> {
  const value = plainDecimal(text);
  if (value !== null) return got(value);
  return refused("number-unreadable", `'${text}' is not a number.`, "Write a number without a unit, such as 1.5.");
}

/** `2 periods` */
export function readPeriods(text: string): Read<number> {
  const match = /^(\d{1,3}) periods?$/.exec(text);
  if (match && Number(match[1]) > 0) return got(Number(match[1]));
  return refused("periods-unreadable", `'${text}' does not say how many periods.`, "Write for example '2 periods'.");
}

/** `exact`, or `0 decimals` to `4 decimals`; null for exact. */
export function readDecimals(text: string): Read<number | null> {
  if (text === "exact") return got(null);
  const match = /^([0-4]) decimals?$/.exec(text);
  if (match) return got(Number(match[1]));
  return refused("decimals-unreadable", `'${text}' is not a rounding.`, "Write exact, or 0 decimals to 4 decimals.");
}

export const share = scalar(readShare, "A share: 95%, 99.90%");
export const count = scalar(readCount, "A whole number without a unit");
export const factor = scalar(readFactor, "A number without a unit");
export const periods = scalar(readPeriods, "So many periods: 2 periods");
export const decimals = scalar(readDecimals, "exact, or 0 decimals to 4 decimals");
