import type { z } from "zod";
import type { PointInTime } from "../engine/agreement/document/written.ts";
import type { SourceRef } from "../engine/source/source.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Span } from "../engine/time/span.ts";
import type { Complaint } from "./agreement/problem.ts";
import type { disputeEntry } from "./relief-file.ts";
import { type Place, type Read, sourceOf, spanOf, startOf } from "./stated.ts";

/** A dispute as stated: it holds results from `raised` on, until it is settled or withdrawn. */
export interface StatedDispute {
  readonly id: string;
  readonly agreement: string;
  /** Levels concerned; empty: every level of the agreement. */
  readonly levels: readonly string[];
  /** The period's id; null: whatever period the records or the time fall into. */
  readonly period: string | null;
  /** Records in dispute; empty: the whole result. */
  readonly records: readonly string[];
  readonly span: Span | null;
  readonly by: string;
  readonly because: string;
  readonly raised: Instant;
  readonly answered: Instant | null;
  readonly settled: Instant | null;
  readonly outcome: "stands" | "corrected" | "withdrawn" | null;
  readonly source: SourceRef;
}

/** Ids of the levels of an agreement in any of its versions; null for an agreement that there is not. */
export type LevelsOf = (agreement: string) => ReadonlySet<string> | null;

type Entry = z.output<typeof disputeEntry>;

/** A dispute from its entry; it must dispute something that there is, and be settled after it was raised. */
export function disputeOf(entry: Entry, place: Place, levelsOf: LevelsOf | null): Read<StatedDispute> {
  const { zone, at } = place;
  const levels = [...new Set([...(entry.level === undefined ? [] : [entry.level]), ...(entry.levels ?? [])])];
  const time = spanOf(entry.from, entry.until, zone);
  const complaints = [
    ...unknown(entry, { levels, levelsOf, at }),
    ...unclear(entry, time, at),
    ...outOfOrder(entry, place),
  ];
  if (complaints.length > 0) return { value: null, complaints };
  const instantOf = (point: PointInTime | undefined): Instant | null => (point ? startOf(point, zone) : null);
  const value: StatedDispute = {
    id: entry.id,
    agreement: entry.agreement,
    levels,
    period: entry.period ?? null,
    records: entry.records ?? [],
    span: time,
    by: entry.by,
    because: entry.because,
    raised: startOf(entry.raised, zone),
    answered: instantOf(entry.answered),
    settled: instantOf(entry.settled),
    outcome: entry.outcome ?? null,
    source: sourceOf(place),
  };
  return { value, complaints: [] };
}

/** Disputes are settled by their number, so that each number stands once. */
export function statedTwice(disputes: readonly StatedDispute[]): readonly Complaint[] {
  return disputes.flatMap(({ id, source }, index) => {
    if (disputes.findIndex((other) => other.id === id) === index) return [];
    const path = ["disputes", String(source.row - 1), "id"];
    return [
      { path, at: "value", code: "stated-twice", message: `'${id}' is there already.`, way_out: "Write another." },
    ];
  });
}

interface Named {
  readonly levels: readonly string[];
  readonly levelsOf: LevelsOf | null;
  readonly at: readonly string[];
}

/** A dispute of nothing that there is would hold nothing, and nobody would notice. */
function unknown({ agreement }: Entry, { levels, levelsOf, at }: Named): readonly Complaint[] {
  if (levelsOf === null) return [];
  const known = levelsOf(agreement);
  const complaint = { at: "value", code: "unknown-reference" } as const;
  if (known === null) {
    const message = `the contract has no agreement '${agreement}'.`;
    return [{ ...complaint, path: [...at, "agreement"], message, way_out: "Write the id of an agreement." }];
  }
  return levels
    .filter((level) => !known.has(level))
    .map((level) => {
      const message = `${agreement} has no service level '${level}'.`;
      return { ...complaint, path: at, message, way_out: `It has ${[...known].join(", ")}.` };
    });
}

function unclear({ period, records = [], from, until }: Entry, time: Span | null, at: readonly string[]) {
  const complaint = { path: at, at: "key" } as const;
  if ((from !== undefined || until !== undefined) && time === null) {
    const message = "a disputed time needs 'from' and a later 'until'.";
    return [{ ...complaint, code: "no-time-disputed", message, way_out: "Write both." }];
  }
  if (period !== undefined || records.length > 0 || time !== null) return [];
  const message = "it does not say what is disputed.";
  return [{ ...complaint, code: "nothing-disputed", message, way_out: "Write 'period', 'records', or a time." }];
}

function outOfOrder({ raised, answered, settled, outcome }: Entry, { zone, at }: Place): readonly Complaint[] {
  const begun = startOf(raised, zone);
  const isEarly = (point: PointInTime | undefined): boolean => point !== undefined && startOf(point, zone) < begun;
  const early = Object.entries({ answered, settled }).filter(([, point]) => isEarly(point));
  const complaints: Complaint[] = early.map(([field]) => ({
    ...{ path: [...at, field], at: "value", code: "before-it-was-raised" },
    ...{ message: `it was ${field} before it was raised.`, way_out: "Correct one of the two." },
  }));
  if ((settled === undefined) === (outcome === undefined)) return complaints;
  const message = "a settled dispute has the day and the outcome.";
  return [
    ...complaints,
    { path: at, at: "key", code: "settled-by-half", message, way_out: "Write 'settled' and 'outcome'." },
  ];
}
