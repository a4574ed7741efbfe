import type { Found } from "../finding/finding.ts";
import type { Measurement } from "../measure/measurement.ts";
import type { Span } from "../time/span.ts";

/** Measures the level at hand (its stage, its group) over a span that goes by a period's id. */
export type MeasureSpan = (span: Span, period: string) => Found<Measurement>;
