import type { z } from "zod";
import { one } from "../engine/number/fraction.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { Zone } from "../engine/time/zone.ts";
import { placed } from "./agreement/places.ts";
import type { Problem } from "./agreement/problem.ts";
import { shape } from "./agreement/shape.ts";
import { readTree, type SourceFile } from "./agreement/tree.ts";
import { disputeOf, type LevelsOf, type StatedDispute, statedTwice } from "./dispute.ts";
import { disputeEntry, enteredEntry, factsFile, reliefEntry } from "./relief-file.ts";
import { type Place, type Read, sourceOf, spanOf, startOf } from "./stated.ts";
import { entriesOf, whole } from "./stated-list.ts";

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
