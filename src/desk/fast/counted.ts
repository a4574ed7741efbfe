import type { Item, Measurement } from "../../engine/measure/measurement.ts";
import { ratio, reason } from "../../engine/measure/tally.ts";
import { fraction, one } from "../../engine/number/fraction.ts";

/** Records in time, late and not known. */
export interface Count {
  readonly good: number;
  readonly bad: number;
  readonly unknown: number;
}

/** As agreed, and as it would be without what the level leaves out; the unknown of the latter is not asked for. */
export interface Counted {
  readonly own: Count;
  readonly bare: Count;
}

/**
 * A share in time from counts, as `shareOf` tells it of items. These are made when they are asked for: those of a
 * year would fill the memory.
 */
export function measurementOf({ own, bare }: Counted): Measurement {
  const { good, bad, unknown } = own;
  const [known, all] = [good + bad, good + bad + unknown];
  return {
    unit: "share",
    ...figureOf(own),
    bounds: all === 0 ? null : { low: fraction(good, all), high: fraction(good + unknown, all) },
    completeness: ratio(known, all) ?? one,
    raw: figureOf(bare),
    get items() {
      return itemsOf(own);
    },
    time: null,
    method: null,
  };
}

const figureOf = ({ good, bad }: Count) => ({
  figure: ratio(good, good + bad),
  part: fraction(good),
  whole: fraction(good + bad),
});

const itemsOf = ({ good, bad, unknown }: Count): readonly Item[] => [
  ...new Array<Item>(good).fill(inTime),
  ...new Array<Item>(bad).fill(late),
  ...new Array<Item>(unknown).fill(notKnown),
];

const item = (good: boolean | null, code: string): Item => ({
  ...{ record: "", source: null, counted: true, good, value: null, at: null },
  ...{ why: reason(code), relief: null, reading: null },
});
const [inTime, late, notKnown] = [item(true, "in-time"), item(false, "over-target"), item(null, "row-unknown")];
