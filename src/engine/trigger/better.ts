import type { Mark } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { compare, type Fraction } from "../number/fraction.ts";

/** A mark of a level; of a staged test, that of its first step. */
export function markOf({ target, stages }: LevelTerms, which: "expected" | "minimum"): Mark | null {
  const own = target.expected === null && target.minimum === null ? stages[0] : target;
  return own?.[which] ?? null;
}

/** Which figures of a level are better, by the direction of its marks; null where it has none. */
export function betterOf(level: LevelTerms): "higher" | "lower" | null {
  const mark = markOf(level, "expected") ?? markOf(level, "minimum");
  if (mark === null) return null;
  return mark.direction === "at least" || mark.direction === "more than" ? "higher" : "lower";
}

/** Negative where `a` is worse than `b`, zero where they are the same, positive where it is better. */
export const compareBy = (better: "higher" | "lower", a: Fraction, b: Fraction): number =>
  better === "higher" ? compare(a, b) : compare(b, a);
