import { type Fraction, fraction } from "../../number/fraction.ts";

/** good / (good + bad); null where either is not known or there are fewer events than make a figure valid (semantics 41, 51). */
export function validRatio(good: number | null, bad: number | null, leastEvents = 1): Fraction | null {
  if (good === null || bad === null || good < 0 || bad < 0) return null;
  const all = good + bad;
  return all < Math.max(leastEvents, 1) ? null : fraction(good, all);
}
