import type { Item, Measurement } from "../../engine/measure/measurement.ts";
import { reason, shareOf } from "../../engine/measure/tally.ts";

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

/** A share in time from counts. Its items are made when they are asked for: those of a year would fill the memory. */
export function measurementOf({ own, bare }: Counted): Measurement {
  return {
    ...shareOf({ items: itemsOf(own), raw: itemsOf(bare) }),
    get items() {
      return itemsOf(own);
    },
  };
}

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
