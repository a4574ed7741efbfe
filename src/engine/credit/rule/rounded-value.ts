import { type Fraction, fraction } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import type { ValueRounding } from "../plan/level.ts";

/** A figure as the level compares it: half away from zero, or cut towards zero; unrounded where nothing is said. */
export function roundedValue(
  value: Fraction,
  round: { readonly places: number; readonly mode: ValueRounding } | null,
): Fraction {
  if (round === null) return value;
  if (round.mode === "half up") return roundTo(value, round.places);
  const scale = 10n ** BigInt(round.places);
  return fraction((value.n * scale) / value.d, scale);
}
