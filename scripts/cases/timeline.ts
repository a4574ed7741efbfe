import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import { measure } from "../../src/engine/measure/measure.ts";
import type { Measurement } from "../../src/engine/measure/measurement.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { intersect, type Span, span, totalOf, unite } from "../../src/engine/time/span.ts";
import { calendarOfCase } from "./calendar.ts";
import { asPercent } from "./numbers.ts";
import { type OutageCase, outageInput } from "./outage-input.ts";

type Pair = readonly [number, number];

interface Timeline {
  readonly from: number;
  readonly to: number;
  readonly downtimes: readonly Pair[];
  readonly excluded: readonly Pair[];
  readonly unknown: readonly Pair[];
}

/** A timeline of states in epoch seconds, round the clock, under each treatment of excluded time. */
export function timeline(input: Timeline): Readonly<Record<string, unknown>> {
  const one = caseOf(input);
  const { value: removed } = measure(outageInput(one, "taken out"));
  const { value: asUp } = measure(outageInput(one, "counted as up"));
  const { value: ignored } = measure(outageInput(one, "not agreed"));
  return {
    sli_percent: asPercent(removed.figure),
    seconds: secondsOf(removed, ignored),
    sli_by_mode: {
      excluded_removed_from_denominator: asPercent(removed.figure),
      excluded_counts_as_up: asPercent(asUp.figure),
      exclusions_ignored: asPercent(ignored.figure),
    },
  };
}

function secondsOf({ time, part }: Measurement, ignored: Measurement): Readonly<Record<string, unknown>> {
  const agreed = unite(time?.agreed ?? []);
  return {
    scheduled: totalOf(time?.scheduled ?? []),
    up: Number(part?.n),
    down: totalOf(unite(time?.down ?? [])),
    excluded: totalOf(agreed),
    excluded_while_down: totalOf(intersect(agreed, unite(ignored.time?.down ?? []))),
    unknown: totalOf(unite(time?.unknown ?? [])),
  };
}

const always = { every: [["00:00", "24:00"]] as const };
const week = Object.fromEntries(["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, always.every]));

/** Round the clock in UTC. */
export function roundTheClock() {
  const { terms, zone } = calendarOfCase({ timezone: "UTC", weekly_hours: week });
  return calendarOf(terms, zone);
}

function caseOf({ from, to, downtimes, excluded, unknown }: Timeline): OutageCase {
  const period = span(instant(from), instant(to));
  if (!period) throw new Error("the period is empty");
  const spans = (pairs: readonly Pair[]): Span[] =>
    pairs.flatMap(([start, end]) => span(instant(start), instant(end)) ?? []);
  return {
    calendar: roundTheClock(),
    period,
    knownUntil: period.end as Instant,
    down: spans(downtimes),
    excluded: spans(excluded),
    unknown: spans(unknown),
  };
}
