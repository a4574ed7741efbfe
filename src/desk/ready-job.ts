import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { RecordKind } from "../engine/agreement/words.ts";
import { type Finding, finding } from "../engine/finding/finding.ts";
import { knownBy, toldUntil } from "../engine/record/known-by.ts";
import type { Fact } from "../engine/record/record.ts";
import type { Instant } from "../engine/time/instant.ts";
import { entriesKnown } from "./entries-known.ts";
import type { BulkRecords } from "./fast/bulk-records.ts";
import { heldResults } from "./held-results.ts";
import { type Job, makeJob } from "./job.ts";
import { writeInstant } from "./read-instant.ts";
import type { Stated } from "./stated-facts.ts";

/** All that a job is made of, wherever it was kept: files or a database. */
export interface Known {
  readonly document: ContractDocument;
  readonly facts: readonly Fact[];
  readonly bulk?: readonly BulkRecords[];
  /** Kinds of which a source was read, even one without a record. */
  readonly kinds: readonly RecordKind[];
  readonly stated: Omit<Stated, "warnings">;
  /** Nothing is known of what happened at or after this instant; null: after the last record. */
  readonly asKnown: Instant | null;
  readonly now: Instant;
  /** What was learned later is left out; absent: learned after `asKnown`, or after `now`. */
  readonly learnedUntil?: Instant;
}

/** Makes the job ready as known at an instant, with what had to be assumed. */
export function readyJobOf(known: Known): { readonly job: Job; readonly findings: readonly Finding[] } {
  const { document, kinds, asKnown, now, bulk = [] } = known;
  const { relief, entered, disputes, creditEntries } = known.stated;
  const at = asKnown ?? now;
  const facts = knownBy(known.facts, known.learnedUntil ?? at);
  const knownUntil = asKnown ?? toldBy([toldUntil(facts, now), ...bulk.map(({ told }) => told)]) ?? now;
  const undisputed = makeJob({
    ...{ document, facts, bulk, kinds, relief, entered, creditEntries, knownUntil },
    disputes: [],
  });
  const job = {
    ...undisputed,
    disputes: heldResults(undisputed, disputes, at),
    creditEntries: entriesKnown(creditEntries, undisputed.zone, at),
  };
  return { job, findings: asKnown === null ? [knownUntilAssumed(knownUntil)] : [] };
}

/** The latest of the instants up to which records tell anything. */
const toldBy = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((last, each) => (last === null || (each !== null && each > last) ? each : last), null);

/** Nobody said up to when the records are complete: the last of them is taken, and what came after is not known. */
const knownUntilAssumed = (at: Instant): Finding =>
  finding("known-until-assumed", { weight: "note", facts: { until: writeInstant(at) } });
