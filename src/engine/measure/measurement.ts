import type { Unit } from "../agreement/quantity.ts";
import type { Reading } from "../clock/reading.ts";
import type { Fraction } from "../number/fraction.ts";
import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

/** Why a record (or a span, or a sample) is counted or not, as data; `report` finds the words. */
export interface Reason {
  readonly code: string;
  readonly facts: Readonly<Record<string, string>>;
}

/** One record of the population: counted or not, good or not, with the reason. */
export interface Item {
  readonly record: string;
  readonly source: SourceRef | null;
  readonly counted: boolean;
  /** Good or bad; null: not known, so the bounds take it once as good and once as bad. */
  readonly good: boolean | null;
  /** What it adds to a mean, percentile or sum: seconds or the field's value. */
  readonly value: Fraction | null;
  /** The instant that puts it in the period. */
  readonly at: Instant | null;
  readonly why: Reason;
  /** The relief or exclusion that took it out, if one did. */
  readonly relief: string | null;
  readonly reading: Reading | null;
}

/** Seconds of the period by what they were, for measures of time. The spans are the evidence. */
export interface TimeShare {
  readonly scheduled: readonly Span[];
  readonly down: readonly CausedSpan[];
  readonly agreed: readonly CausedSpan[];
  readonly relieved: readonly CausedSpan[];
  readonly unknown: readonly CausedSpan[];
}

/** A span with the record or window that made it. */
export interface CausedSpan extends Span {
  readonly cause: string;
  readonly source: SourceRef | null;
}

/** The lowest and the highest figure that the unknown part allows, both included. */
export interface Bounds {
  readonly low: Fraction;
  readonly high: Fraction;
}

/**
 * An exact figure with its evidence. `part / whole` where the figure is a ratio.
 * `figure` is null where nothing was there to measure.
 */
export interface Measurement {
  readonly unit: Unit;
  readonly figure: Fraction | null;
  readonly part: Fraction | null;
  readonly whole: Fraction | null;
  readonly bounds: Bounds | null;
  /** Share of the population or of the time about which everything needed is known. */
  readonly completeness: Fraction;
  /** The figure as it would be without exclusions, relief and agreed downtime. */
  readonly raw: { readonly figure: Fraction | null; readonly part: Fraction | null; readonly whole: Fraction | null };
  readonly items: readonly Item[];
  readonly time: TimeShare | null;
  /** Named method where there is more than one (percentiles). */
  readonly method: string | null;
}
