import type { z } from "zod";
import { one } from "../engine/number/fraction.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { Zone } from "../engine/time/zone.ts";
import { placed } from "./agreement/places.ts";
import type { Complaint, Problem } from "./agreement/problem.ts";
import { shape } from "./agreement/shape.ts";
import { readTree, type SourceFile, type Tree } from "./agreement/tree.ts";
import { disputeOf, type LevelsOf, type StatedDispute, statedTwice } from "./dispute.ts";
import { disputeEntry, enteredEntry, factsFile, reliefEntry } from "./relief-file.ts";
import { type Place, type Read, sourceOf, spanOf, startOf } from "./stated.ts";

/** What people stated in a file: relief that was granted, figures entered by hand, results that are disputed. */
export interface StatedFacts {
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly disputes: readonly StatedDispute[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a YAML file with the lists `relief`, `entered` and `disputes`. Wall times are read in `zone`, that of the
 * contract; a date as `until` is included. A source's row is the number of the entry in its list. Broken entries are
 * left out. Where `levelsOf` knows the contract, a dispute must name what there is.
 */
export function readStatedFacts(file: SourceFile, zone: Zone, levelsOf: LevelsOf | null = null): StatedFacts {
  const { tree, places, problems } = readTree(file);
  if (problems.length > 0) return { relief: [], entered: [], disputes: [], problems };
  const { value, complaints } = shape(factsFile, tree);
  const relief = entriesOf(value?.relief, "relief", (entry, at) => {
    const { value: read, complaints: found } = whole(reliefEntry, entry, at);
    return read === null ? { value: null, complaints: found } : reliefOf(read, { at, zone, file: file.name });
  });
  const entered = entriesOf(value?.entered, "entered", (entry, at) => {
    const { value: read, complaints: found } = whole(enteredEntry, entry, at);
    return { value: read && enteredOf(read, { at, zone, file: file.name }), complaints: found };
  });
  const disputes = entriesOf(value?.disputes, "disputes", (entry, at) => {
    const { value: read, complaints: found } = whole(disputeEntry, entry, at);
    if (read === null) return { value: null, complaints: found };
    return disputeOf(read, { at, zone, file: file.name }, levelsOf);
  });
  const twice = statedTwice(disputes.values);
  const all = [...complaints, ...relief.complaints, ...entered.complaints, ...disputes.complaints, ...twice];
  return {
    relief: relief.values,
    entered: entered.values,
    disputes: disputes.values,
    problems: all.map((complaint) => placed(places, complaint)),
  };
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

/** Passed through by the schema of the file, so still what the file says. */
const asTree = (unread: unknown): Tree => unread as Tree;
