import { type Fraction, fraction, minus, over, plus } from "../../number/fraction.ts";

/** Availability from mean time between failures and mean time to restore: MTBF / (MTBF + MTTR). */
export function availabilityOf(betweenFailures: Fraction, toRestore: Fraction): Fraction | null {
  const both = plus(betweenFailures, toRestore);
  return both.n === 0n ? null : over(betweenFailures, both);
}

/**
 * Mean time between failures: up time over failures, or with the repairs from start to start; null without failures
 * (semantics 50).
 */
export function timeBetweenFailures(
  time: { readonly whole: Fraction; readonly down: Fraction; readonly failures: number },
  counted: "up time" | "start to start",
): Fraction | null {
  if (time.failures === 0) return null;
  const total = counted === "up time" ? minus(time.whole, time.down) : time.whole;
  return over(total, fraction(time.failures));
}
