import type { Found } from "../../finding/finding.ts";
import { type Fraction, fraction, one, over, zero } from "../../number/fraction.ts";
import { fieldValue } from "../field-value.ts";
import { judgedAt, type MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { gapItem, sampleItem } from "../sample-items.ts";
import { type Sample, samplesOf } from "../samples.ts";
import { selectBy } from "../select.ts";
import { slotMeans } from "../slot-mean.ts";
import { mean, ratio } from "../tally.ts";

/**
 * Good samples over all samples in service time; with slots, the mean of the shares of the slots. Missing samples
 * leave the figure and lower the completeness; the bounds take them as all good and as all bad.
 */
export function shareOfSamples(input: MeasureInput): Found<Measurement> {
  const { samples, gaps } = samplesOf(input);
  const judged = samples.map((sample) => ({ sample, good: isGood(input, sample) }));
  const counted = judged.filter(({ sample }) => sample.out === null);
  const known = counted.filter(({ good }) => good !== null);
  const good = known.filter((each) => each.good).length;
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, counted.length - known.length);
  const all = known.length + missing;
  const raw = judged.filter(({ sample, good: is }) => is !== null && (sample.out === null || sample.out.isRaw));
  const rawGood = raw.filter((each) => each.good).length;
  const figure = input.level.slot ? bySlots(input, known) : ratio(good, known.length);
  const measurement: Measurement = {
    unit: "share",
    figure,
    part: fraction(good),
    whole: fraction(known.length),
    bounds: figure && boundsOf(figure, known.length, all),
    completeness: ratio(known.length, all) ?? one,
    raw: { figure: ratio(rawGood, raw.length), part: fraction(rawGood), whole: fraction(raw.length) },
    items: [...judged.map(({ sample, good: is }) => sampleItem(sample, is)), ...gaps.map(gapItem)],
    time: null,
    method: null,
  };
  return { value: measurement, findings: [] };
}

function isGood(input: MeasureInput, sample: Sample): boolean | null {
  const seen = { at: sample.at, until: judgedAt(input) };
  const textOf = (field: string): string | null =>
    field === "value" ? sample.text : fieldValue(sample.fact, field, seen);
  const selected = selectBy(textOf, input.level.good ?? {});
  return selected.kind === "missing" ? null : selected.kind === "holds";
}

function bySlots(
  { level, span }: MeasureInput,
  known: readonly { sample: Sample; good: boolean | null }[],
): Fraction | null {
  if (level.slot?.kind !== "time") return null;
  const values = known.map(({ sample, good }) => ({ at: sample.at, value: good ? one : zero }));
  return mean(slotMeans(values, span, level.slot.seconds)).figure;
}

/** The known part keeps its figure; the missing part is once all bad, once all good. */
function boundsOf(figure: Fraction, known: number, all: number): Measurement["bounds"] {
  if (all === 0) return null;
  const part = { n: figure.n * BigInt(known), d: figure.d };
  const low = over(part, fraction(all));
  const high = over({ n: part.n + BigInt(all - known) * part.d, d: part.d }, fraction(all));
  return { low, high };
}
