import type { Reading, Segment } from "../../clock/reading.ts";
import type { Fact } from "../../record/record.ts";
import type { Instant } from "../../time/instant.ts";
import { lengthOf } from "../../time/span.ts";
import type { Zone } from "../../time/zone.ts";
import { countedIn } from "./clock-cycles.ts";
import { changeText, segmentTerm, segmentText } from "./clock-words.ts";
import { type Derivation, said } from "./derivation.ts";
import { again, moment, node, seconds, words } from "./nodes.ts";
import { ruleTerm, type Setting, zoneOf } from "./setting.ts";

/** One record's clock to be explained; ids of its nodes start with `under`. */
export interface ClockCase {
  readonly setting: Setting;
  readonly reading: Reading;
  /** Null where the record's history is not at hand. */
  readonly fact: Fact | null;
  readonly under: string;
}

/** Segments that are counted together, and seconds carried over to them. */
export interface Counting {
  readonly title: string;
  readonly segments: readonly Segment[];
  readonly carried: number;
  readonly calendar: string | null;
}

/** Every event of the record that the clock has read, each with its row. */
export function history({ setting, reading, fact, under }: ClockCase): Derivation {
  const zone = zoneOf(setting, reading.calendar);
  const read = fact?.events.filter(({ happened }) => happened <= reading.at) ?? [];
  const children = read.map(({ happened, change, source }, index) =>
    node({
      id: eventId(under, index),
      title: changeText(change, setting.contract),
      operation: "event",
      ...moment(zone, happened),
      source,
    }),
  );
  const value = {
    value: { kind: "number", unit: "number", exact: `${read.length}/1` },
    text: `${read.length}`,
  } as const;
  return node({ title: "Raw events read by the clock", operation: "history", ...value, children });
}

/** Counted time as the sum of what ran, in a gapless run of segments, each with its reason. */
export function countedTime(clock: ClockCase, counting: Counting): Derivation {
  const { segments, carried, calendar, title } = counting;
  const children = segments.map((segment, index) => segmentNode(clock, segments, { segment, index, calendar }));
  const over = carried === 0 ? [] : [carriedNode(clock.setting, carried)];
  const total = countedIn(segments) + carried;
  return node({ title, operation: "counted time", ...seconds(total), children: [...over, ...children] });
}

function carriedNode(setting: Setting, carried: number): Derivation {
  const rule = setting.level.rules.earlier_pauses === "ignored" ? "earlier_pauses" : "on_priority_change";
  const title = "carried over from the terms before";
  return node({ title, operation: "given", ...seconds(carried), term: ruleTerm(setting, rule) });
}

interface Place {
  readonly segment: Segment;
  readonly index: number;
  readonly calendar: string | null;
}

function segmentNode(clock: ClockCase, all: readonly Segment[], { segment, index, calendar }: Place): Derivation {
  const { setting } = clock;
  const zone = zoneOf(setting, calendar);
  const counts = segment.counted > 0 || segment.kind !== "running" ? segment.kind : "counted under earlier terms";
  const from = boundary(clock, { at: segment.start, segment, zone, edge: "starts" });
  const next = all[index + 1];
  const until = boundary(clock, { at: segment.end, segment: next ?? null, zone, edge: "ends" });
  const choice = node({
    title: "because",
    operation: "choice",
    ...words(counts === "running" ? said.running : counts),
    term: segmentTerm(setting, segment, calendar),
  });
  return node({
    title: `${segmentText(segment, setting.contract)}${heldBy(segment, setting)}`,
    operation: "length",
    ...seconds(lengthOf(segment)),
    children: [from, until, choice],
  });
}

function heldBy({ holder, kind }: Segment, { contract }: Setting): string {
  return holder === null || kind === "elsewhere" ? "" : ` (held by ${contract.names[holder] ?? holder})`;
}

interface Boundary {
  readonly at: Instant;
  /** The segment that begins here, null at the end of the run. */
  readonly segment: Segment | null;
  readonly zone: Zone;
  readonly edge: "starts" | "ends";
}

/** Where a segment starts or ends: the event that made it so, or else the calendar, a term, or the end of what is read. */
function boundary({ setting, fact, under, reading }: ClockCase, { at, segment, zone, edge }: Boundary): Derivation {
  const index = segment?.event ?? null;
  const event = index === null ? undefined : fact?.events[index];
  if (index !== null && event?.happened === at && at <= reading.at) {
    const of = node({
      id: eventId(under, index),
      title: changeText(event.change, setting.contract),
      operation: "event",
      ...moment(zone, at),
    });
    return again(of, `${edge}: ${of.title}`);
  }
  return node({ title: `${edge}: ${reasonOfEdge(segment)}`, operation: "given", ...moment(zone, at) });
}

function reasonOfEdge(segment: Segment | null): string {
  if (segment === null) return "looked at here";
  if (segment.kind === "out of hours") return "the calendar closes";
  if (segment.kind === "relieved") return "granted relief begins";
  return segment.kind === "running" ? "the calendar opens, or what held it back ends" : segment.kind;
}

const eventId = (under: string, index: number): string => `${under}/event ${index + 1}`;
