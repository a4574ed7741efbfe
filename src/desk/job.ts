import type { ContractDocument } from "../engine/agreement/document/document.ts";
import type { RecordKind } from "../engine/agreement/words.ts";
import type { CreditEntry } from "../engine/credit/entry.ts";
import { type FactsByKind, factsByKind } from "../engine/measure/input.ts";
import type { Dispute } from "../engine/period/evidence.ts";
import { withMergedStarts } from "../engine/record/merged-starts.ts";
import type { Fact } from "../engine/record/record.ts";
import type { Entered, Relief } from "../engine/record/relief.ts";
import type { Day } from "../engine/time/civil.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Zone } from "../engine/time/zone.ts";
import type { BulkRecords } from "./fast/bulk-records.ts";
import { type World, worldAt } from "./world.ts";

/** What is to be evaluated: a contract, the facts, and how far they are known. */
export interface JobInput {
  readonly document: ContractDocument;
  readonly facts: readonly Fact[];
  /** Records that stay columns, each kind in a file of its own; they are not among the facts. */
  readonly bulk?: readonly BulkRecords[];
  /** Kinds that a file was read for: without a record of one of them nothing happened, without a file nothing is known. */
  readonly kinds: readonly RecordKind[];
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly disputes: readonly Dispute[];
  /** What people stated about credits. */
  readonly creditEntries: readonly CreditEntry[];
  readonly knownUntil: Instant;
}

/** A job with its facts indexed once; those of records that stay columns are made when they are first asked for. */
export interface Job extends Omit<JobInput, "facts"> {
  readonly byKind: FactsByKind;
  /** The zone that decides the days of the contract. */
  readonly zone: Zone;
  /** The contract as in force on a day. It changes only where an amendment takes effect: each world is made once. */
  readonly worldAt: (day: Day) => World;
}

/** Makes a job ready. */
export function makeJob({ facts, ...input }: JobInput): Job {
  const byKind = { ...factsByKind(withMergedStarts(facts), input.kinds) };
  for (const { kind, facts: all } of input.bulk ?? []) {
    let made: readonly Fact[] | null = null;
    Object.defineProperty(byKind, kind, { enumerable: true, get: () => (made ??= all()) });
  }
  return { ...input, byKind, ...worldsOf(input.document) };
}

/** The same job under another text of the contract. */
export const jobUnder = (job: Job, document: ContractDocument): Job => ({ ...job, document, ...worldsOf(document) });

function worldsOf(document: ContractDocument): Pick<Job, "zone" | "worldAt"> {
  const begins = beginnings(document);
  const worlds = new Map<Day, World>();
  const zone = world(document.contract.from).zones.get(document.contract.time_zone);
  if (!zone) throw new Error(`no time zone ${document.contract.time_zone}`);
  return { zone, worldAt: world };

  function world(day: Day): World {
    const since = begins.findLast((each) => each <= day) ?? document.contract.from;
    const made = worlds.get(since) ?? worldAt(document, since);
    worlds.set(since, made);
    return made;
  }
}

const beginnings = ({ contract, amendments }: ContractDocument): readonly Day[] =>
  [contract.from, ...Object.values(amendments).map(({ effective }) => effective)].sort((a, b) => a - b);
