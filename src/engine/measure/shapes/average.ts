import type { Found } from "../../finding/finding.ts";
import { compare, type Fraction, fraction, times } from "../../number/fraction.ts";
import type { MeasureInput } from "../input.ts";
import type { Item, Measurement } from "../measurement.ts";
import { slotMeans } from "../slot-mean.ts";
import { figureOf, mean, reason, type Tally } from "../tally.ts";
import { unitOf } from "../unit-of.ts";
import { valuesOf } from "../values.ts";

/**
 * The mean of what clocks showed, or of a field. A trimmed mean ignores the slowest share of the records (rounded
 * down); with slots it is the mean of the means of the slots.
 */
export function average(input: MeasureInput): Found<Measurement> {
  const { level, span } = input;
  const tally = trimmed(valuesOf(input), level.trim);
  const plain = figureOf(unitOf(level), tally, mean);
  if (level.slot?.kind !== "time") return { value: plain, findings: [] };
  const values = tally.items.flatMap(({ counted, at, value }) =>
    counted && at !== null && value ? [{ at, value }] : [],
  );
  const { figure, part, whole } = mean(slotMeans(values, span, level.slot.seconds));
  return {
    value: { ...plain, figure, part, whole, bounds: plain.bounds && figure && { low: figure, high: figure } },
    findings: [],
  };
}

/** Leaves out the largest values, as many as the share of all that is agreed. The raw figure keeps them. */
function trimmed(tally: Tally, trim: Fraction | null): Tally {
  if (trim === null) return tally;
  const valued = tally.items.filter(({ counted, value }) => counted && value !== null);
  const exact = times(fraction(valued.length), trim);
  const slowest = [...valued].sort((a, b) => compare(b.value as Fraction, a.value as Fraction));
  const cut = new Set<Item>(slowest.slice(0, Number(exact.n / exact.d)));
  const items = tally.items.map((item) => (cut.has(item) ? { ...item, counted: false, why: reason("trimmed") } : item));
  return { ...tally, items };
}
