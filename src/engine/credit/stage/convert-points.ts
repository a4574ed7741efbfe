import { type Fraction, minus, most, plus, sum, times, zero } from "../../number/fraction.ts";
import type { PointsRule } from "../plan/points.ts";
import { marginalParts } from "../rule/marginal.ts";
import { pickRow } from "../rule/pick-row.ts";
import { written } from "./trace.ts";
import { type Staged, type Working, withStatement } from "./working.ts";

/** Stage 11: the points of the period become money; no points become none, whatever the last row of a table gives. */
export function convertPoints(working: Working): Staged {
  const { plan, statement } = working;
  const points = sum(statement.lines.filter(({ unit, paid }) => unit === "points" && paid).map(({ given }) => given));
  const { money, share } =
    plan.points === null || points.n === 0n
      ? { money: zero, share: null }
      : moneyOf(plan.points, points, statement.bases);
  const parts = {
    points,
    pointsShare: share,
    pointsMoney: money,
    computed: plus(statement.computed, money),
    exact: plus(statement.exact, money),
  };
  return {
    value: withStatement(working, parts),
    line: {
      stage: 11,
      rule: plan.points?.kind ?? "no points",
      inputs: { points: written(points) },
      result: { money: written(money) },
    },
  };
}

interface Converted {
  readonly money: Fraction;
  readonly share: Fraction | null;
}

function moneyOf(rule: PointsRule, points: Fraction, bases: Readonly<Record<string, Fraction>>): Converted {
  if (rule.kind === "bands")
    return { money: times(rule.amount, sum(marginalParts(points, rule.bands, rule.free))), share: null };
  if (rule.kind === "rows") {
    const give = pickRow(rule.rows, points, undefined)?.give ?? zero;
    return rule.of === null ? { money: give, share: null } : ofBase(give, bases[rule.of]);
  }
  const counted = most(minus(points, rule.free), zero);
  if (rule.kind === "money each") return { money: times(counted, rule.amount), share: null };
  return ofBase(times(counted, rule.share), bases[rule.of]);
}

const ofBase = (share: Fraction, base: Fraction | undefined): Converted => ({
  money: base ? times(share, base) : zero,
  share,
});
