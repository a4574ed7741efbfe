import type { TimeShare } from "../measure/measurement.ts";
import type { Span } from "../time/span.ts";
import { totalOf, unite } from "../time/span.ts";
import type { TimeLine } from "./report.ts";
import { causedLines, dayLines } from "./segment-lines.ts";
import { clockTime } from "./words/duration.ts";
import type { Place } from "./words/place.ts";

/** What the seconds of a period were, in words and for a strip of days. */
export function timeLine(time: TimeShare, period: Span, place: Place): TimeLine {
  const total = (spans: readonly Span[]): string => clockTime(totalOf(unite(spans)));
  return {
    scheduled: total(time.scheduled),
    totals: {
      down: total(time.down),
      agreed: total(time.agreed),
      relieved: total(time.relieved),
      unknown: total(time.unknown),
    },
    days: dayLines(period, place.zone),
    open: time.scheduled.map(({ start, end }) => ({ start, end })),
    down: causedLines("down", time.down, place),
    agreed: causedLines("agreed downtime", time.agreed, place),
    relieved: causedLines("relieved", time.relieved, place),
    unknown: causedLines("unknown", time.unknown, place),
  };
}
