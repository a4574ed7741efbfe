import { exactDecimal, readDecimal } from "../../src/engine/number/decimal.ts";
import { type Fraction, fraction, one, over } from "../../src/engine/number/fraction.ts";

/** A figure as a row writes it, in lowest terms: `80%`, `741/744`, `0.05`, `none`. */
export function figureText(written: string): string {
  if (written === "none") return written;
  const [top = "", bottom] = written.replace("%", "").split("/");
  const value = over(decimal(top), bottom === undefined ? one : decimal(bottom));
  return exact(written.endsWith("%") ? over(value, fraction(100)) : value);
}

/** The same of a figure that was measured. */
export const exact = (value: Fraction | null): string =>
  value === null ? "none" : (exactDecimal(value) ?? `${value.n}/${value.d}`);

/** A decimal as a number. Throws on anything else. */
export function decimal(written: string): Fraction {
  const value = readDecimal(written.trim());
  if (value === null) throw new Error(`'${written}' is no number`);
  return value;
}
