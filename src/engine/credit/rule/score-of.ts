import { type Fraction, fraction, over, sum, times } from "../../number/fraction.ts";

interface Scored {
  readonly indicators: readonly string[];
  /** What an indicator without a score does: the other weights grow, or it counts in full (100). */
  readonly missing: "rescaled" | "full score";
}

/** The weighted score of some indicators; null where no indicator has a weight and a score. */
export function scoreOf(
  { indicators, missing }: Scored,
  weights: ReadonlyMap<string, Fraction>,
  scores: Readonly<Record<string, Fraction | null>>,
): Fraction | null {
  const parts = indicators.flatMap((name) => {
    const score = scores[name] ?? (missing === "full score" ? fraction(100) : null);
    const weight = weights.get(name);
    return score === null || !weight ? [] : [{ weight, score }];
  });
  const total = sum(parts.map(({ weight }) => weight));
  const reached = sum(parts.map(({ weight, score }) => times(weight, score)));
  if (total.n === 0n) return null;
  return missing === "rescaled" ? over(reached, total) : reached;
}
