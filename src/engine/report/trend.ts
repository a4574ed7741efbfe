import type { Mark, Unit } from "../agreement/quantity.ts";
import type { Item } from "../measure/measurement.ts";
import { compare, type Fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import { resultFigure, targetOf } from "./figure-line.ts";
import { sizeOf } from "./population.ts";
import type { TrendPoint } from "./report.ts";
import { chartValue } from "./words/figure.ts";
import { shortPeriodLabel } from "./words/period.ts";

const length = 13;

/** Up to 13 periods of one level, the one reported last; earlier ones keep the targets they were judged by. */
export function trendOf(result: Result, earlier: readonly Result[]): readonly TrendPoint[] {
  const before = earlier.filter((each) => sameLevel(each, result) && each.period.start < result.period.start);
  const ordered = before.toSorted((a, b) => a.period.start - b.period.start);
  return [...ordered.slice(1 - length), result].map(point);
}

const sameLevel = (a: Result, b: Result): boolean =>
  a.level.agreement === b.level.agreement && a.level.id === b.level.id && a.group === b.group;

function point(result: Result): TrendPoint {
  const { measurement, period, verdict } = result;
  const { unit, bounds, items, time } = measurement;
  const { expected, minimum } = targetOf(result);
  const open = bounds !== null && compare(bounds.low, bounds.high) !== 0;
  const size = (value: Fraction): number => chartValue(unit, value);
  return {
    period: period.id,
    label: shortPeriodLabel(period.id),
    figure: resultFigure(result),
    low: open ? size(bounds.low) : null,
    high: open ? size(bounds.high) : null,
    count: time === null ? countOf(items) : null,
    verdict,
    expected: markValue(unit, expected),
    minimum: markValue(unit, minimum),
  };
}

const countOf = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + (item.counted ? sizeOf(item) : 0), 0);

const markValue = (unit: Unit, mark: Mark | null): number | null => mark && chartValue(unit, mark.quantity.value);
