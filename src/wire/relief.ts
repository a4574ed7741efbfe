import type { z } from "zod";
import type { PointInTime } from "../engine/agreement/document/written.ts";
import { secondsOf } from "../engine/agreement/resolve/calendar-terms.ts";
import { one } from "../engine/number/fraction.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import { addDays } from "../engine/time/civil.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { type Span, span } from "../engine/time/span.ts";
import type { Zone } from "../engine/time/zone.ts";
import { placed } from "./agreement/places.ts";
import type { Complaint, Problem } from "./agreement/problem.ts";
import { shape } from "./agreement/shape.ts";
import { readTree, type SourceFile, type Tree } from "./agreement/tree.ts";
import { enteredEntry, factsFile, reliefEntry } from "./relief-file.ts";

/** What people stated in a file: relief that was granted, and figures entered by hand. */
export interface StatedFacts {
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML file with the lists `relief` and `entered`. Wall times are read in `zone`, that of the contract; a
 * date as `until` is included. A source's row is the number of the entry in its list. Broken entries are left out.
 */
export function readStatedFacts(file: SourceFile, zone: Zone): StatedFacts {
  const { tree, places, problems } = readTree(file);
  if (problems.length > 0) return { relief: [], entered: [], problems };
  const { value, complaints } = shape(factsFile, tree);
  const relief = entriesOf(value?.relief, "relief", (entry, at) => {
    const { value: read, complaints: found } = whole(reliefEntry, entry, at);
    return read === null ? { value: null, complaints: found } : reliefOf(read, { at, zone, file: file.name });
  });
  const entered = entriesOf(value?.entered, "entered", (entry, at) => {
    const { value: read, complaints: found } = whole(enteredEntry, entry, at);
    return { value: read && enteredOf(read, { at, zone, file: file.name }), complaints: found };
  });
  const all = [...complaints, ...relief.complaints, ...entered.complaints];
  return {
    relief: relief.values,
    entered: entered.values,
    problems: all.map((complaint) => placed(places, complaint)),
  };
}

interface Read<T> {
  readonly value: T | null;
  readonly complaints: readonly Complaint[];
}

interface Place {
  readonly at: readonly string[];
  readonly zone: Zone;
  readonly file: string;
}

function entriesOf<T>(
  list: readonly unknown[] | undefined,
  name: string,
  read: (entry: Tree, at: readonly string[]) => Read<T>,
): { readonly values: readonly T[]; readonly complaints: readonly Complaint[] } {
  const all = (list ?? []).map((entry, index) => read(asTree(entry), [name, String(index)]));
  const values = all.flatMap(({ value }) => (value === null ? [] : [value]));
  return { values, complaints: all.flatMap(({ complaints }) => complaints) };
}

/** An entry is taken whole or not at all. */
function whole<S extends z.ZodType>(schema: S, entry: Tree, at: readonly string[]): Read<z.output<S>> {
  const { value, complaints } = shape(schema, entry, at);
  return { value: complaints.length > 0 ? null : value, complaints };
}

function reliefOf(read: z.output<typeof reliefEntry>, place: Place): Read<Relief> {
  const time = read.takes_out === "time" ? spanOf(read.from, read.until, place.zone) : null;
  if (read.takes_out === "time" && time === null) {
    const message = "relief that takes out time needs 'from' and a later 'until'.";
    const complaint = {
      path: place.at,
      at: "key",
      code: "no-time-taken-out",
      message,
      way_out: "Write both.",
    } as const;
    return { value: null, complaints: [complaint] };
  }
  const relief: Relief = {
    id: read.id,
    agreement: read.agreement,
    ground: read.ground,
    clause: read.clause,
    takesOut: read.takes_out,
    levels: read.levels ?? [],
    records: read.records ?? [],
    span: time,
    evidence: read.evidence,
    grantedBy: read.granted_by,
    granted: startOf(read.granted, place.zone),
    source: sourceOf(place),
  };
  return { value: relief, complaints: [] };
}

function enteredOf(read: z.output<typeof enteredEntry>, place: Place): Entered {
  return { ...read, whole: read.whole ?? one, source: sourceOf(place) };
}

const sourceOf = ({ file, at }: Place) => ({ file, row: Number(at[1]) + 1 });

function spanOf(from: PointInTime | undefined, until: PointInTime | undefined, zone: Zone): Span | null {
  if (from === undefined || until === undefined) return null;
  const end: PointInTime = until.kind === "date" ? { kind: "date", day: addDays(until.day, 1) } : until;
  return span(startOf(from, zone), startOf(end, zone));
}

const startOf = (point: PointInTime, zone: Zone): Instant => instant(secondsOf(point, zone));

/** Passed through by the schema of the file, so still what the file says. */
const asTree = (unread: unknown): Tree => unread as Tree;
