import type { Reading, Segment } from "../clock/reading.ts";
import type { CausedSpan } from "../measure/measurement.ts";
import { addDays, secondsOfDay } from "../time/civil.ts";
import { type Instant, instant } from "../time/instant.ts";
import { lengthOf, type Span } from "../time/span.ts";
import { instantOf, wallAt, type Zone } from "../time/zone.ts";
import type { DayLine, SegmentLine } from "./report.ts";
import { type ClockKind, clockKindWords, segmentBecause } from "./segment-words.ts";
import { dayInYear, localTimeInYear } from "./words/dates.ts";
import { clockTime } from "./words/duration.ts";
import { nameOf, type Place } from "./words/place.ts";

/** The segments of a clock in words; what ran after the target was used up is set apart as `over target`. */
export function clockSegments(reading: Reading, place: Place): readonly SegmentLine[] {
  return reading.segments
    .flatMap((segment) => atTarget(segment, reading.missedAt))
    .filter(({ kind }, index, all) => kind !== "stopped" || (index > 0 && index < all.length - 1))
    .map((segment) => segmentLine(segment, place));
}

type Part = Omit<Segment, "kind"> & { readonly kind: ClockKind };

function atTarget(segment: Segment, missed: Instant | null): readonly Part[] {
  if (segment.kind !== "running" || missed === null || segment.end <= missed) return [segment];
  if (segment.start >= missed) return [{ ...segment, kind: "over target" }];
  return [
    { ...segment, end: missed },
    { ...segment, start: missed, kind: "over target" },
  ];
}

function segmentLine(segment: Part, { contract, zone }: Place): SegmentLine {
  return {
    ...spanLine(segment, zone),
    kind: clockKindWords[segment.kind],
    because: segmentBecause(segment, contract),
    holder: segment.holder === null ? null : nameOf(segment.holder, contract),
  };
}

/** Spans of an outage or of maintenance in words. */
export function causedLines(
  kind: string,
  spans: readonly CausedSpan[],
  { contract, zone }: Place,
): readonly SegmentLine[] {
  return spans.map((each) => ({
    ...spanLine(each, zone),
    kind,
    because: causeWords[each.cause] ?? nameOf(each.cause, contract),
    holder: null,
  }));
}

/** Causes that are no record, window or relief. */
const causeWords: Readonly<Record<string, string>> = {
  "no-data": "nothing was recorded",
  agreed: "agreed downtime",
  relief: "granted relief",
  down: "outage",
};

function spanLine(span: Span, zone: Zone): Pick<SegmentLine, "from" | "until" | "length" | "start" | "end"> {
  return {
    from: localTimeInYear(zone, span.start),
    until: localTimeInYear(zone, span.end),
    length: clockTime(lengthOf(span)),
    start: span.start,
    end: span.end,
  };
}

/** The most days that an axis is made for; longer stretches are drawn without days. */
const mostDays = 400;

/** The local days that a span touches, first and last whole. */
export function dayLines(span: Span, zone: Zone): readonly DayLine[] {
  const days: DayLine[] = [];
  const last = wallAt(zone, instant(span.end - 1)).day;
  for (let day = wallAt(zone, span.start).day; day <= last && days.length < mostDays; day = addDays(day, 1)) {
    const start = instantOf(zone, { day, second: 0 });
    const end = instantOf(zone, { day, second: secondsOfDay });
    if (start < end) days.push({ label: dayInYear(day), start, end });
  }
  return days;
}
