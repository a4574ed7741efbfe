import type { Mark } from "../agreement/quantity.ts";
import { readDecimal } from "../number/decimal.ts";
import { compare, type Fraction, fraction, over } from "../number/fraction.ts";

/** A field's text as an exact number; `80%` is 0.8. Null where it is missing or no number. */
export function readValue(text: string | null): Fraction | null {
  if (text === null) return null;
  const trimmed = text.trim();
  if (!trimmed.endsWith("%")) return readDecimal(trimmed);
  const percent = readDecimal(trimmed.slice(0, -1).trim());
  return percent && over(percent, fraction(100));
}

/** True when a value is on the agreed side of a mark, exactly. */
export function meets(value: Fraction, mark: Mark): boolean {
  const order = compare(value, mark.quantity.value);
  switch (mark.direction) {
    case "at least":
      return order >= 0;
    case "at most":
      return order <= 0;
    case "less than":
      return order < 0;
    case "more than":
      return order > 0;
  }
}
