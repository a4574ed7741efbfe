import { fraction } from "../number/fraction.ts";
import type { Item } from "./measurement.ts";
import type { Gap, Sample } from "./samples.ts";
import { reason } from "./tally.ts";

/** One sample as an item; `good` null where its value is not known. */
export function sampleItem({ fact, at, source, value, out }: Sample, good: boolean | null): Item {
  const why = out?.why ?? reason(good === null ? "value-missing" : good ? "good" : "not-good");
  const counted = out === null;
  return {
    record: fact.id,
    source,
    counted,
    good: counted ? good : null,
    value,
    at,
    why,
    relief: out?.relief ?? null,
    reading: null,
  };
}

/** Missing samples in a row as one item that is not known; its value says how many it stands for. */
export function gapItem({ series, start, end, missing }: Gap): Item {
  const why = reason("gap", { from: String(start), until: String(end), missing: String(missing) });
  const value = fraction(missing);
  return {
    record: series,
    source: null,
    counted: true,
    good: null,
    value,
    at: start,
    why,
    relief: null,
    reading: null,
  };
}
