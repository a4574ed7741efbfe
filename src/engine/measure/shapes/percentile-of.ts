import type { Found } from "../../finding/finding.ts";
import { fraction } from "../../number/fraction.ts";
import { percentile } from "../arithmetic/percentile.ts";
import type { MeasureInput } from "../input.ts";
import type { Measurement } from "../measurement.ts";
import { figureOf } from "../tally.ts";
import { unitOf } from "../unit-of.ts";
import { valuesOf } from "../values.ts";

/** The value below which the agreed share of the records lies, by the agreed method (semantics 48). */
export function percentileOf(input: MeasureInput): Found<Measurement> {
  const { level } = input;
  const method = level.rules.percentile_method;
  const share = level.percent ?? fraction(1);
  const value = figureOf(unitOf(level), valuesOf(input), (values) => ({
    figure: percentile(values, share, method),
    part: null,
    whole: fraction(values.length),
  }));
  return { value: { ...value, method }, findings: [] };
}
