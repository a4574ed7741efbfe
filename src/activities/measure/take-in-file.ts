import { takeBulk } from "../../desk/fast/take-bulk.ts";
import type { RecordKind } from "../../engine/agreement/words.ts";
import type { Fact } from "../../engine/record/record.ts";
import { earlier, type Instant, instant } from "../../engine/time/instant.ts";
import { personalOf, type Taking, takeIn } from "../../intake/intake.ts";
import type { FindingGroup } from "../../intake/ledger.ts";
import type { Account } from "../../intake/row-book.ts";
import { addAudit } from "../../store/add-audit.ts";
import type { Gate, Unit, Who } from "../../store/gate.ts";
import { type Batch, type BatchAccount, saveBatch } from "../../store/records/batch.ts";
import { loadBatch } from "../../store/records/read-batches.ts";
import type { Mapping } from "../../wire/mapping/mapping.ts";
import { hidePersons } from "./hide-persons.ts";
import { rowFates } from "./row-fates.ts";
import { type TakenRecord, takeEvents } from "./take-events.ts";
import { clocksAfter, mergesOf, tellTaken, worldNow } from "./take-in-records.ts";
import { readWorld, worldOf } from "./watch-world.ts";

/** A file of records to be taken into a contract. */
export interface FileTaking {
  readonly gate: Gate;
  /** The program itself, in the tenant. */
  readonly who: Who;
  readonly contract: string;
  /** Chosen once for the file: taking it in again under the same id goes on where it was broken off. */
  readonly batch: string;
  readonly path: string;
  /** The name of the file as its sender knows it. */
  readonly name: string;
  readonly sha256: string | null;
  readonly mapping: { readonly id: string; readonly mapping: Mapping };
  /** Who handed it in. */
  readonly by: string;
  readonly now: () => Instant;
  readonly onProgress?: (progress: FileProgress) => void;
  /** Aborted when the server wants to stop: the file is left as it is, to be gone on with. */
  readonly signal?: AbortSignal;
  /** What follows in the transaction of its end: given the earliest instant of what is new, where anything is. */
  readonly also?: (unit: Unit, earliest: Instant) => Promise<void>;
}

/** First the file is read (bytes), then its records are taken in (records; `of` null while nobody knows how many). */
export interface FileProgress {
  readonly what: "reading" | "taking";
  readonly done: number;
  readonly of: number | null;
}

/** What was taken from a file. */
export interface FileTaken {
  readonly batch: string;
  readonly account: BatchAccount;
  readonly findings: readonly FindingGroup[];
}

/** Events and records that one unit of work takes in at most, so that others are not kept waiting. */
const [mostEvents, mostRecords] = [4000, 1000];

/**
 * Takes a file in by its mapping, whole records at a time, each part in a unit of work of its own. It may be broken off
 * at any instant and begun again under the same batch: what was taken is found and not taken twice.
 */
export async function takeInFile(taking: FileTaking): Promise<FileTaken> {
  const { gate, who, contract, onProgress, mapping, signal } = taking;
  const begun = await gate.unit(who, (unit) => begin(unit, taking));
  if (begun.state === "done") return takenBefore(begun);
  const world = await gate.unit(who, (unit) => readWorld(unit, contract, taking.now()));
  if (world !== null) worldOf(world);
  const read = await readFile(taking, instant(begun.at));
  const fates = rowFates();
  let earliest: Instant | null = null;
  let done = 0;
  for (const facts of parts(read.facts)) {
    signal?.throwIfAborted();
    const taken = await gate.unit(who, (unit) => takePart(unit, taking, facts));
    fates.mark(taken);
    earliest = earliestOf(taken, earliest);
    done += facts.length;
    onProgress?.({ what: "taking", done, of: read.count });
  }
  const { groups, account: rows } = read.told();
  const { file: _, ...counted } = rows;
  const account = fates.settled(counted);
  const batch: Batch = { ...begun, account, findings: groups, state: "done" };
  await gate.unit(who, (unit) => end(unit, taking, { batch, records: done, kind: mapping.mapping.gives, earliest }));
  return { batch: taking.batch, account, findings: groups };
}

/** Where the process was killed after the end was written, nothing of it is said twice. */
const takenBefore = ({ batch, account, findings }: Batch): FileTaken => ({
  ...{ batch, account, findings: findings as readonly FindingGroup[] },
});

/** The earliest instant of the events that the batch brought. */
const earliestOf = (taken: readonly TakenRecord[], before: Instant | null): Instant | null =>
  taken
    .flatMap(({ add, before: own }) => [...add, ...own])
    .reduce<Instant | null>((first, { happened }) => (first === null ? happened : earlier(first, happened)), before);

const none: BatchAccount = { rows: 0, used: 0, repeated: 0, held: 0, left: 0, leftBecause: {} };

/** Saves that it is begun; of a file that was begun before, what was known since then counts. */
async function begin(unit: Unit, taking: FileTaking): Promise<Batch> {
  const { contract, batch, name, sha256, mapping, by, now } = taking;
  const found = await loadBatch(unit, contract, batch);
  if (found !== null) return found;
  const made: Batch = {
    ...{ contract, batch, source: name, mapping: mapping.id, sha256, account: none, findings: [] },
    ...{ kinds: [mapping.mapping.gives], state: "running", at: now(), by },
  };
  await saveBatch(unit, made);
  return made;
}

interface ReadFile {
  readonly facts: Iterable<Fact>;
  readonly count: number;
  /** Whole once all facts were taken. */
  readonly told: () => { readonly groups: readonly FindingGroup[]; readonly account: Account };
}

/** Reads the file in the way that its size asks for. */
async function readFile({ path, name, mapping, onProgress }: FileTaking, learned: Instant): Promise<ReadFile> {
  const intake: Taking = {
    ...{ source: { path, name }, mapping: mapping.mapping, learned },
    onProgress: ({ bytes, of }) => onProgress?.({ what: "reading", done: bytes, of }),
  };
  const bulk = await takeBulk(intake, null);
  if (bulk !== null) return { facts: factsIn(bulk.all()), count: bulk.records, told: bulk.told };
  const { facts, ...told } = await takeIn(intake);
  return { facts, count: facts.length, told: () => told };
}

function* factsIn(all: Iterable<{ readonly fact: Fact }>): Generator<Fact> {
  for (const { fact } of all) yield fact;
}

/** Whole records, as many as one unit of work takes in. */
function* parts(facts: Iterable<Fact>): Generator<readonly Fact[]> {
  let part: Fact[] = [];
  let events = 0;
  for (const fact of facts) {
    part.push(fact);
    events += fact.events.length;
    if (events < mostEvents && part.length < mostRecords) continue;
    yield part;
    [part, events] = [[], 0];
  }
  if (part.length > 0) yield part;
}

async function takePart(unit: Unit, taking: FileTaking, facts: readonly Fact[]) {
  const { contract, batch, mapping } = taking;
  const now = taking.now();
  const personal = personalOf(mapping.mapping);
  const hidden = await hidePersons(unit, { contract, personal }, facts);
  const records = hidden.map(({ kind, tool, id, events }) => ({ key: { kind, tool, id }, events }));
  const world = await worldNow(unit, contract, now);
  const taken = await takeEvents(unit, { contract, batch, now, records, by: "file", ...mergesOf(world) });
  await clocksAfter(unit, { contract, now, taken, world });
  return taken;
}

interface Ending {
  readonly batch: Batch;
  readonly records: number;
  readonly kind: RecordKind;
  readonly earliest: Instant | null;
}

async function end(unit: Unit, taking: FileTaking, { batch, records, kind, earliest }: Ending): Promise<void> {
  const { contract, now, by, mapping } = taking;
  const at = now();
  await saveBatch(unit, batch);
  await tellTaken(unit, { contract, now: at, body: { batch: batch.batch, records, kinds: [kind], ...batch.account } });
  await addAudit(unit, {
    ...{ at, person: by, activity: "take in records", contract, subject: batch.source },
    facts: { did: "done", batch: batch.batch, mapping: mapping.id, sha256: batch.sha256, account: batch.account },
  });
  if (earliest !== null) await taking.also?.(unit, earliest);
}
