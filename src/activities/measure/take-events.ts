import type { RecordEvent } from "../../engine/record/record.ts";
import type { Unit } from "../../store/gate.ts";
import { addHeld } from "../../store/records/add-held.ts";
import { addTellings, ensureYears } from "../../store/records/add-tellings.ts";
import { loadSameAs, loadTellings } from "../../store/records/load-tellings.ts";
import { type Locked, lockRecords } from "../../store/records/lock-records.ts";
import { holdMerges } from "../../store/records/merges.ts";
import { type Counts, saveCounts } from "../../store/records/save-counts.ts";
import { keyOf, type RecordKey, type Telling } from "../../store/records/telling.ts";
import { mergeTargets, tellsMerge } from "./merged-facts.ts";
import { isTaken, type Settled, settleCall, settleFile } from "./settle-events.ts";

/** Records with what is told of them at once, each record once. */
export interface Taking {
  readonly contract: string;
  readonly batch: string;
  readonly now: number;
  readonly records: readonly ToldRecord[];
  /** Who tells: a call whose numbers name its events, or a file. */
  readonly by: "call" | "file";
  /** True where clocks start with records merged into theirs: then those are locked too. */
  readonly mindsMerges: boolean;
}

export interface ToldRecord {
  readonly key: RecordKey;
  readonly events: readonly RecordEvent[];
}

/** A record after what was told of it was settled. */
export interface TakenRecord extends Settled {
  readonly key: RecordKey;
  readonly isNew: boolean;
  /** What the same batch brought of it before it was broken off. */
  readonly before: readonly Telling[];
}

/** Takes events in, in the unit: locks the records, settles what is told against what is stored, adds what is new. */
export async function takeEvents(unit: Unit, taking: Taking): Promise<readonly TakenRecord[]> {
  const { contract, batch, records, now } = taking;
  await ensureYears(
    unit,
    records.flatMap(({ events }) => events),
  );
  const locked = await lockTold(unit, taking);
  const stored = await storedOf(unit, taking, locked);
  const settled = records.map((told) => settle(taking, told, stored.get(keyOf(told.key)) ?? []));
  await addTellings(unit, { contract, batch }, settled);
  const counts = settled.flatMap((one) => countsOf(taking, one, locked.get(keyOf(one.key))) ?? []);
  await saveCounts(unit, contract, counts);
  await addHeld(
    unit,
    { contract, batch, at: now },
    settled.flatMap(({ key, held }) => held.map((one) => ({ key, ...one }))),
  );
  return settled.map(({ stored: known, ...one }) => ({
    ...one,
    isNew: locked.get(keyOf(one.key))?.isNew === true,
    before: known.filter((event) => event.batch === batch),
  }));
}

/** Locks the records that are told of, and those whose clocks may move with them. */
export async function lockTold(
  unit: Unit,
  { contract, records, mindsMerges }: Pick<Taking, "contract" | "records" | "mindsMerges">,
): Promise<ReadonlyMap<string, Locked>> {
  const keys = new Map(records.map(({ key }) => [keyOf(key), key]));
  if (mindsMerges) {
    await holdMerges(unit, contract, { tells: records.some(({ events }) => tellsMerge(events)) });
    for (const key of await mergeTargets(unit, contract, records)) keys.set(keyOf(key), key);
  }
  return await lockRecords(unit, contract, [...keys.values()]);
}

function storedOf(
  unit: Unit,
  { contract, records, by }: Taking,
  locked: ReadonlyMap<string, Locked>,
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  const known = records.filter(({ key }) => locked.get(keyOf(key))?.isNew === false);
  if (by === "call") return loadSameAs(unit, contract, known);
  return loadTellings(
    unit,
    contract,
    known.map(({ key }) => key),
  );
}

interface SettledRecord extends Settled {
  readonly key: RecordKey;
  readonly stored: readonly Telling[];
}

function settle({ by, batch }: Taking, { key, events }: ToldRecord, stored: readonly Telling[]): SettledRecord {
  const told = { record: key.id, stored, events, batch };
  return { key, stored, ...(by === "call" ? settleCall(told) : settleFile(told)) };
}

/** What changes in the row of a record; null where nothing does. */
function countsOf({ by, batch }: Taking, one: SettledRecord, before: Locked | undefined): Counts | null {
  if (!before) return null;
  const { key, add, stored } = one;
  const isOther = by === "call" ? before.ofFiles : !before.isNew && !isTaken(stored, batch);
  const joined = before.joined || isOther;
  const ofFiles = before.ofFiles || by === "file";
  if (add.length === 0 && joined === before.joined && ofFiles === before.ofFiles) return null;
  return {
    key,
    added: add.length,
    ...reachOf(add),
    joined,
    ofFiles,
    bucketBefore: before.isNew ? null : before.bucket,
  };
}

function reachOf(events: readonly RecordEvent[]): Pick<Counts, "first" | "last"> {
  let [first, last] = [null as number | null, null as number | null];
  for (const { happened } of events) {
    if (first === null || happened < first) first = happened;
    if (last === null || happened > last) last = happened;
  }
  return { first, last };
}
