import type { MeasureKind } from "../agreement/words.ts";
import type { Found } from "../finding/finding.ts";
import { zero } from "../number/fraction.ts";
import type { MeasureInput } from "./input.ts";
import type { Measurement } from "./measurement.ts";
import { average } from "./shapes/average.ts";
import { backlog } from "./shapes/backlog.ts";
import { betweenFailures } from "./shapes/between-failures.ts";
import { betweenIncidents } from "./shapes/between-incidents.ts";
import { enteredByHand } from "./shapes/entered-by-hand.ts";
import { numberOf } from "./shapes/number-of.ts";
import { percentileOf } from "./shapes/percentile-of.ts";
import { rate } from "./shapes/rate.ts";
import { score } from "./shapes/score.ts";
import { shareInTime } from "./shapes/share-in-time.ts";
import { shareOfRecords } from "./shapes/share-of-records.ts";
import { shareOfSamples } from "./shapes/share-of-samples.ts";
import { shareOfTime } from "./shapes/share-of-time.ts";
import { timeToRestore } from "./shapes/to-restore.ts";
import { unitOf } from "./unit-of.ts";

/** Measures a level over a span by the shape it names. Without any source of its records nothing is known. */
export function measure(input: MeasureInput): Found<Measurement> {
  return isBlind(input) ? { value: nothingKnown(input), findings: [] } : shapes[input.level.measure](input);
}

/** No file was read for the records of the level; time of which nothing is known is shown by its own shape. */
const isBlind = ({ level, facts }: MeasureInput): boolean =>
  level.of !== null &&
  facts[level.of] === undefined &&
  level.measure !== "share of time" &&
  level.measure !== "entered";

function nothingKnown({ level }: MeasureInput): Measurement {
  const figure = { figure: null, part: zero, whole: zero };
  const unit = isShare(level.measure) ? "share" : unitOf(level);
  return { unit, ...figure, bounds: null, completeness: zero, raw: figure, items: [], time: null, method: null };
}

const isShare = (kind: MeasureKind): boolean => kind.startsWith("share") || kind === "rate";

const shapes: Readonly<Record<MeasureKind, (input: MeasureInput) => Found<Measurement>>> = {
  "share in time": shareInTime,
  "share of records": shareOfRecords,
  "share of answers": shareOfRecords,
  "share of time": shareOfTime,
  "share of samples": shareOfSamples,
  average,
  percentile: percentileOf,
  number: numberOf,
  rate,
  "time between failures": betweenFailures,
  "time to restore": timeToRestore,
  "time between incidents": betweenIncidents,
  backlog,
  score,
  entered: enteredByHand,
};
