import type { PointInTime } from "../engine/agreement/document/written.ts";
import { secondsOf } from "../engine/agreement/resolve/calendar-terms.ts";
import type { SourceRef } from "../engine/source/source.ts";
import { addDays } from "../engine/time/civil.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { type Span, span } from "../engine/time/span.ts";
import type { Zone } from "../engine/time/zone.ts";
import type { Complaint } from "./agreement/problem.ts";

/** What became of an entry that a person stated: it is taken whole or not at all. */
export interface Read<T> {
  readonly value: T | null;
  readonly complaints: readonly Complaint[];
}

/** Where an entry stands: its list and number in the file, and the zone of its wall times. */
export interface Place {
  readonly at: readonly string[];
  readonly zone: Zone;
  readonly file: string;
}

/** A source's row is the number of the entry in its list. */
export const sourceOf = ({ file, at }: Place): SourceRef => ({ file, row: Number(at[1]) + 1 });

/** A date as the end is included; null where an end is missing or is not after the beginning. */
export function spanOf(from: PointInTime | undefined, until: PointInTime | undefined, zone: Zone): Span | null {
  if (from === undefined || until === undefined) return null;
  const end: PointInTime = until.kind === "date" ? { kind: "date", day: addDays(until.day, 1) } : until;
  return span(startOf(from, zone), startOf(end, zone));
}

/** A day begins at its 00:00. */
export const startOf = (point: PointInTime, zone: Zone): Instant => instant(secondsOf(point, zone));
