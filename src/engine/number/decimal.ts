import { type Fraction, fraction } from "./fraction.ts";
import { type Half, roundTo } from "./rounding.ts";

/** Reads `-12.340` exactly, also `1.2e-5` as tools write it; null where the text is not a decimal number. */
export function readDecimal(text: string): Fraction | null {
  const match = /^([+-]?)(\d{1,400})(?:\.(\d{1,400}))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return null;
  const decimals = match[3] ?? "";
  const digits = BigInt(`${match[2]}${decimals}`) * (match[1] === "-" ? -1n : 1n);
  const power = Number(match[4] ?? 0) - decimals.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** Writes a fraction with exactly `places` decimals, rounded by the named rule. */
export function writeDecimal(value: Fraction, places: number, half: Half = "up"): string {
  const scaled = roundTo(value, places, half);
  const units = (scaled.n * 10n ** BigInt(places)) / scaled.d;
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  const sign = units < 0n ? "-" : "";
  return places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
}

/** The shortest decimal that is exactly this fraction, or null where it never ends (1/3). */
export function exactDecimal(value: Fraction): string | null {
  let places = 0;
  let rest = value.d;
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1];
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1];
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1];
  return rest === 1n ? writeDecimal(value, places) : null;
}
