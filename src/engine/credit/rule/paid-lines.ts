import { compare, type Fraction, minus, over, sum, times, zero } from "../../number/fraction.ts";
import { roundTo } from "../../number/rounding.ts";
import type { CreditLine, CreditStatement } from "../statement.ts";

/**
 * What each line comes to of the credit that is paid, in the smallest unit of the currency: in proportion to what it
 * gives, after every limit. The lines add up to the credit; what rounding leaves over stands on the largest of them.
 */
export function paidLines(statement: CreditStatement, places: number): readonly Fraction[] {
  const weights = statement.lines.map((line) => moneyOf(statement, line));
  const total = sum(weights);
  if (total.n === 0n) return weights;
  const shares = weights.map((weight) => roundTo(over(times(statement.credit, weight), total), places));
  const left = minus(statement.credit, sum(shares));
  const largest = weights.findIndex((weight) => weights.every((other) => compare(other, weight) <= 0));
  return shares.map((share, index) => (index === largest ? minus(share, minus(zero, left)) : share));
}

/** What a line gives in money: as it stands, or its part of what the points of the period became. */
function moneyOf({ points, pointsMoney }: CreditStatement, { paid, unit, given }: CreditLine): Fraction {
  if (!paid) return zero;
  if (unit === "money") return given;
  return unit === "points" && points.n !== 0n ? over(times(pointsMoney, given), points) : zero;
}
