import { type Fraction, fraction } from "./fraction.ts";

/** What becomes of an exact half: away from zero, to the even digit, or towards zero. */
export type Half = "up" | "even" | "down";

/** The nearest multiple of 10^-places; a tie goes as `half` says. */
export function roundTo(value: Fraction, places: number, half: Half = "up"): Fraction {
  const scale = 10n ** BigInt(places);
  const [top, bottom] = [value.n * scale, value.d];
  const size = top < 0n ? -top : top;
  const floor = size / bottom;
  const rest = (size % bottom) * 2n;
  const up = rest > bottom || (rest === bottom && (half === "up" || (half === "even" && floor % 2n === 1n)));
  const units = up ? floor + 1n : floor;
  return fraction(top < 0n ? -units : units, scale);
}
