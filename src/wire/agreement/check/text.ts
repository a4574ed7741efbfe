import type { Allowed, Mark, Quantity } from "../../../engine/agreement/quantity.ts";
import { exactDecimal } from "../../../engine/number/decimal.ts";
import { fraction, times } from "../../../engine/number/fraction.ts";

/** Quantities as the format writes them, for messages. */

export const writeMark = ({ direction, quantity }: Mark): string => `${direction} ${writeQuantity(quantity)}`;

export function writeQuantity({ unit, value }: Quantity): string {
  if (unit === "share") return `${exactDecimal(times(value, fraction(100))) ?? "?"}%`;
  if (unit === "time") return writeSeconds(Number(value.n / value.d));
  return exactDecimal(value) ?? "?";
}

export function writeAllowed(allowed: Allowed): string {
  if (allowed.kind === "time") return writeSeconds(allowed.seconds);
  const word = allowed.kind === "days" ? "day" : "business day";
  return `${allowed.count} ${word}${allowed.count === 1 ? "" : "s"}`;
}

function writeSeconds(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor((seconds % 3600) / 60), "m"],
    [seconds % 60, "s"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count}${unit}`);
  return said.length === 0 ? "0s" : said.join(" ");
}
