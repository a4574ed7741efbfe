import type { Found } from "../../finding/finding.ts";
import { fraction, one } from "../../number/fraction.ts";
import { type CountedRecord, countRecords, type Mark, momentsFor } from "../counted-records.ts";
import type { MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { ratio, reason, type Tally } from "../tally.ts";
import { unitOf } from "../unit-of.ts";

/** Records of one kind over records of another, both counted in the period: incidents per change, for example. */
export function rate(input: MeasureInput): Found<Measurement> {
  const { level } = input;
  const counted = countRecords(input, { moments: momentsFor(input, ["opened"]), mark });
  const per = level.per ? countRecords(input, { moments: ["opened"], mark: divisor, other: level.per }) : emptyTally;
  const [part, whole] = [countIn(counted), countIn(per)];
  const figure = ratio(part, whole);
  const value: Measurement = {
    unit: unitOf(level),
    figure,
    part: fraction(part),
    whole: fraction(whole),
    bounds: figure && { low: figure, high: figure },
    completeness: one,
    raw: {
      figure: ratio(counted.raw.length, per.raw.length),
      part: fraction(counted.raw.length),
      whole: fraction(per.raw.length),
    },
    items: [...counted.items, ...per.items],
    time: null,
    method: null,
  };
  return { value, findings: [] };
}

const emptyTally: Tally = { items: [], raw: [] };
const countIn = ({ items }: Tally): number => items.filter(({ counted }) => counted).length;
const mark = (_record: CountedRecord): Mark => ({ good: true, value: one, why: reason("counted") });
const divisor = (_record: CountedRecord): Mark => ({ good: true, value: null, why: reason("divides") });
