import type { Reading } from "../clock/reading.ts";
import type { Item } from "../measure/measurement.ts";
import type { Result } from "../period/result.ts";
import { instant } from "../time/instant.ts";
import type { LevelReport, MissLine } from "./report.ts";
import { clockSegments, dayLines } from "./segment-lines.ts";
import { isoTime, localTime } from "./words/dates.ts";
import { clockTime } from "./words/duration.ts";
import { nameOf, type Place } from "./words/place.ts";
import { reasonSentence } from "./words/reason-words.ts";

/** Misses of one level that a page lists, each with its clock; the data of the report hold all of them. */
const drawn = 25;

/**
 * The records that count and are not good, the newest first; a staged level lists those of every step once.
 * Measures of time have their outages instead.
 */
export function missesOf(result: Result, place: Place): Pick<LevelReport, "misses" | "missesDrawn"> {
  if (result.measurement.time !== null) return { misses: [], missesDrawn: 0 };
  const newest = badItems(result).sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.record < b.record ? -1 : 1));
  return {
    misses: newest.map((item, index) => (index < drawn ? withClock(item, place) : missLine(item, place))),
    missesDrawn: Math.min(newest.length, drawn),
  };
}

/** A record judged twice (reopened) is listed twice, each with its own instant. */
function badItems({ stages, measurement }: Result): Item[] {
  const measurements = stages.length > 0 ? stages.map((stage) => stage.measurement) : [measurement];
  const bad = measurements.flatMap(({ items }) => items).filter((item) => item.counted && item.good === false);
  if (stages.length === 0) return bad;
  return [...new Map(bad.map((item) => [item.record, item])).values()];
}

function withClock(item: Item, place: Place): MissLine {
  const { reading } = item;
  const segments = reading === null ? [] : clockSegments(reading, place);
  const [first, last] = [segments[0], segments.at(-1)];
  const days = first && last ? dayLines({ start: instant(first.start), end: instant(last.end) }, place.zone) : [];
  return { ...missLine(item, place), segments, days };
}

function missLine(item: Item, place: Place): MissLine {
  const { reading, at } = item;
  const opened = reading?.started ?? null;
  return {
    record: item.record,
    source: item.source === null ? "entered by hand" : `${item.source.file}, row ${item.source.row}`,
    opened: opened === null ? null : localTime(place.zone, opened),
    judged: at === null ? "not yet" : localTime(place.zone, at),
    openedAt: opened === null ? null : isoTime(place.zone, opened),
    judgedAt: at === null ? null : isoTime(place.zone, at),
    elapsed: reading === null ? "" : clockTime(reading.elapsed),
    allowed: reading?.target == null ? null : clockTime(reading.target),
    over: reading === null ? "" : overText(reading),
    reason: missReason(item, place),
    segments: [],
    days: [],
  };
}

/** By how much a record is late: over its time, or past the moment it was due, as known when it was judged. */
function overText({ target, elapsed, due, stopped, at }: Reading): string {
  if (target === null) return due === null ? "" : `+${clockTime(Math.max(0, (stopped ?? at) - due))}`;
  return target !== null && elapsed > target ? `+${clockTime(elapsed - target)}` : "";
}

/** A plain overrun is told by who held the record longest while the clock ran; anything else by its reason. */
function missReason({ why, reading, at }: Item, place: Place): string {
  if (why.code !== "over-target" || reading === null) return reasonSentence(why, place);
  if (reading.target === null && reading.due !== null) return dueReason(reading, place);
  const again = why.facts.reopened ? "Judged again after it was reopened. " : "";
  const used =
    at === null ? "The time allowed was used up" : `The time allowed was used up on ${localTime(place.zone, at)}`;
  if (!reading.over) return `${again}${used}; what changed later does not undo it.`;
  const longest = longestHolder(reading);
  if (longest === null) return `${again}${used}.`;
  return `${again}Longest with ${nameOf(longest.holder, place.contract)}: ${clockTime(longest.seconds)}.`;
}

function dueReason({ due, stopped }: Reading, { zone }: Place): string {
  const asked = due === null ? "It was due" : `It was due on ${localTime(zone, due)}`;
  return stopped === null
    ? `${asked} and still open at the end of the period.`
    : `${asked} and done on ${localTime(zone, stopped)}.`;
}

function longestHolder({ segments }: Reading): { readonly holder: string; readonly seconds: number } | null {
  const held = new Map<string, number>();
  for (const { holder, counted } of segments) {
    if (holder !== null && counted > 0) held.set(holder, (held.get(holder) ?? 0) + counted);
  }
  const [first] = [...held].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return first ? { holder: first[0], seconds: first[1] } : null;
}
