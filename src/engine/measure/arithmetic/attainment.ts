import type { Mark } from "../../agreement/quantity.ts";
import { compare, type Fraction, fraction, minus, one, times } from "../../number/fraction.ts";
import { meets } from "../read-value.ts";

/** A count held against a target share. */
export interface Attainment {
  readonly good: number;
  readonly total: number;
  /** good / total; null for none. */
  readonly share: Fraction | null;
  readonly met: boolean | null;
  readonly allowedMisses: number;
  readonly misses: number;
  /** Negative when more were missed than allowed. */
  readonly missesLeft: number;
}

/** Counts values on the agreed side of a limit and holds the share against a target. */
export function attainment(values: readonly Fraction[], limit: Mark, target: Fraction): Attainment {
  const good = values.filter((value) => meets(value, limit)).length;
  return attained(good, values.length, target);
}

/** The same from counts. */
export function attained(good: number, total: number, target: Fraction): Attainment {
  const misses = total - good;
  const allowed = allowedMisses(total, target);
  const share = total === 0 ? null : fraction(good, total);
  const met = share && compare(share, target) >= 0;
  return { good, total, share, met, allowedMisses: allowed, misses, missesLeft: allowed - misses };
}

/** How many of `total` may be missed at a target share: floor(total x (1 - target)) (semantics 51). */
export function allowedMisses(total: number, target: Fraction): number {
  const exact = times(fraction(total), minus(one, target));
  return exact.n < 0n ? 0 : Number(exact.n / exact.d);
}
