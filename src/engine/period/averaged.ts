import type { Measurement } from "../measure/measurement.ts";
import { type Fraction, fraction, least, over, sum } from "../number/fraction.ts";
import { earlierPeriods } from "./earlier-periods.ts";
import type { LevelInput } from "./evidence.ts";
import type { MeasureSpan } from "./measure-span.ts";

/**
 * The mean of the figures of the last periods, this one included; periods before the promise, or without a figure,
 * are left out, so that the first period stands alone. The items are those of this period.
 */
export function averagedOver(input: LevelInput, own: Measurement, measured: MeasureSpan): Measurement {
  const earlier = earlierPeriods(input, input.level.overPeriods - 1).map(({ span, id }) => measured(span, id).value);
  const all = [...earlier, own].filter(({ figure }) => figure !== null);
  const bounds = all.flatMap((each) => each.bounds ?? []);
  const isBounded = all.length > 0 && bounds.length === all.length;
  return {
    ...own,
    figure: meanOf(all.flatMap(({ figure }) => figure ?? [])),
    part: null,
    whole: null,
    bounds: isBounded ? boundsOf(bounds) : null,
    completeness: all.map(({ completeness }) => completeness).reduce(least, own.completeness),
    raw: { figure: meanOf([...earlier, own].flatMap(({ raw }) => raw.figure ?? [])), part: null, whole: null },
  };
}

function boundsOf(bounds: readonly { readonly low: Fraction; readonly high: Fraction }[]): Measurement["bounds"] {
  const low = meanOf(bounds.map((each) => each.low));
  const high = meanOf(bounds.map((each) => each.high));
  return low && high && { low, high };
}

const meanOf = (values: readonly Fraction[]): Fraction | null =>
  values.length === 0 ? null : over(sum(values), fraction(values.length));
