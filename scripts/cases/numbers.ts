import { readDecimal } from "../../src/engine/number/decimal.ts";
import { type Fraction, fraction, over, times } from "../../src/engine/number/fraction.ts";
import { secondsOfDay } from "../../src/engine/time/civil.ts";
import { hour, minute } from "../../src/engine/time/instant.ts";
import { readShare } from "../../src/wire/agreement/quantity/number.ts";

/** A number of a case, exactly as it is written. */
export function exact(number: number | string | undefined): Fraction {
  const read = readDecimal(String(number));
  if (read === null) throw new Error(`${number} is no decimal`);
  return read;
}

/** A percentage of a case as a share. */
export function percent(number: number | string | undefined): Fraction {
  const read = readShare(`${number}%`);
  if (!("value" in read)) throw new Error(`${number} is no percentage`);
  return read.value;
}

/** A fraction as the number that the comparison with an expectation needs; null stays null. */
export function shown(value: Fraction | null): number | null {
  return value === null ? null : Number(value.n) / Number(value.d);
}

export const asPercent = (share: Fraction | null): number | null =>
  share === null ? null : shown(times(share, fraction(100)));
export const inMinutes = (seconds: Fraction): number | null => shown(over(seconds, fraction(minute)));
export const inHours = (seconds: Fraction): number | null => shown(over(seconds, fraction(hour)));

/** So many days of 24 hours in seconds. */
export const days = (count: number): Fraction => times(exact(count), fraction(secondsOfDay));
