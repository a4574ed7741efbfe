import { compare, type Fraction, fraction, minus, plus, times } from "../../number/fraction.ts";

export type PercentileMethod = "nearest rank" | "linear" | "linear exclusive";

/**
 * The value below which a share of the values lies; null for none (semantics 48).
 * Nearest rank takes a value that happened: the one at rank ceil(share x n). Linear interpolates at 1 + share x (n - 1),
 * linear exclusive at share x (n + 1); ranks outside 1 to n take the first or the last value.
 */
export function percentile(values: readonly Fraction[], share: Fraction, method: PercentileMethod): Fraction | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort(compare);
  return at(sorted, rankOf(sorted.length, share, method));
}

function rankOf(count: number, share: Fraction, method: PercentileMethod): Fraction {
  switch (method) {
    case "nearest rank":
      return fraction(-floor(times(fraction(-count), share)));
    case "linear":
      return plus(fraction(1), times(share, fraction(count - 1)));
    case "linear exclusive":
      return times(share, fraction(count + 1));
  }
}

/** The value at a rank, 1 for the first, between two values in proportion. */
function at(sorted: readonly Fraction[], rank: Fraction): Fraction {
  const whole = floor(rank);
  const low = clamped(sorted, whole);
  const high = clamped(sorted, whole + 1n);
  return plus(low, times(minus(high, low), minus(rank, fraction(whole))));
}

function clamped(sorted: readonly Fraction[], rank: bigint): Fraction {
  const index = Math.min(Math.max(Number(rank) - 1, 0), sorted.length - 1);
  return sorted[index] as Fraction;
}

const floor = ({ n, d }: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
