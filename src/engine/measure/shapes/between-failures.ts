import type { Found } from "../../finding/finding.ts";
import { type Fraction, fraction, minus, zero } from "../../number/fraction.ts";
import { holds } from "../../time/span.ts";
import { timeBetweenFailures } from "../arithmetic/reliability.ts";
import { lanesOf } from "../downtime/lanes.ts";
import { outageItems } from "../downtime/outage-items.ts";
import { timeFigure } from "../downtime/time-figure.ts";
import type { MeasureInput } from "../input.ts";
import type { Item, Measurement } from "../measurement.ts";
import { reason } from "../tally.ts";

/**
 * Mean time between failures in service seconds: up time over the failures that began in the period, or with the
 * repairs from start to start; null without failures (semantics 50).
 */
export function betweenFailures(input: MeasureInput): Found<Measurement> {
  const { level, span } = input;
  const found = lanesOf(input);
  const { part, whole, completeness, raw } = timeFigure(level, found.lanes, span);
  const items = outageItems(found).map((item) => beganHere(input, item));
  const failures = items.filter(({ counted, good }) => counted && good === false).length;
  const rawFailures = found.outages.filter(
    ({ kind, began }) => kind !== "out" && kind !== "unknown" && holds(span, began),
  ).length;
  const counted = level.rules.between_failures;
  const figure = timeBetweenFailures({ whole: whole ?? zero, down: lost({ part, whole }), failures }, counted);
  const measurement: Measurement = {
    unit: "time",
    figure,
    part: counted === "up time" ? part : whole,
    whole: fraction(failures),
    bounds: null,
    completeness,
    raw: {
      figure: timeBetweenFailures({ whole: raw.whole ?? zero, down: lost(raw), failures: rawFailures }, counted),
      part: counted === "up time" ? raw.part : raw.whole,
      whole: fraction(rawFailures),
    },
    items,
    time: null,
    method: null,
  };
  return { value: measurement, findings: found.findings };
}

const lost = ({ part, whole }: { part: Fraction | null; whole: Fraction | null }): Fraction =>
  minus(whole ?? zero, part ?? zero);

/** A failure belongs to the period in which it began, though its seconds are split (semantics 52). */
function beganHere({ span }: MeasureInput, item: Item): Item {
  if (!item.counted || item.at === null || holds(span, item.at)) return item;
  return { ...item, counted: false, why: reason("began-before") };
}
