import { compare, type Fraction, minus, over, plus, sum, times, zero } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import type { CreditLine, CreditStatement } from "../statement.ts";

interface Paying {
  readonly places: number;
  /** What was carried into the period: it is paid with the lines, and is of none of them. */
  readonly carriedIn: Fraction;
}

/**
 * What each line comes to of the credit that is paid, in the smallest unit of the currency: in proportion to what it
 * gives, after every limit. With what was carried into the period the lines add up to the credit; what rounding leaves
 * over stands on the largest of them.
 */
export function paidLines(statement: CreditStatement, { places, carriedIn }: Paying): readonly Fraction[] {
  const weights = statement.lines.map((line) => moneyOf(statement, line));
  const own = sum(weights);
  if (own.n === 0n) return weights;
  const part = over(statement.credit, plus(own, carriedIn));
  const shares = weights.map((weight) => roundTo(times(part, weight), places));
  const left = minus(roundTo(times(part, own), places), sum(shares));
  const largest = weights.findIndex((weight) => weights.every((other) => compare(other, weight) <= 0));
  return shares.map((share, index) => (index === largest ? plus(share, left) : share));
}

/** What a line gives in money: as it stands, or its part of what the points of the period became. */
function moneyOf({ points, pointsMoney }: CreditStatement, { paid, unit, given }: CreditLine): Fraction {
  if (!paid) return zero;
  if (unit === "money") return given;
  return unit === "points" && points.n !== 0n ? over(times(pointsMoney, given), points) : zero;
}
