import type { RecordEvent } from "../../engine/record/record.ts";
import type { Unit } from "../../store/gate.ts";
import { addHeld } from "../../store/records/add-held.ts";
import { addTellings, ensureYears } from "../../store/records/add-tellings.ts";
import { loadTellings } from "../../store/records/load-tellings.ts";
import { type Locked, lockRecords } from "../../store/records/lock-records.ts";
import { type Counts, saveCounts } from "../../store/records/save-counts.ts";
import { keyOf, type RecordKey, type Telling } from "../../store/records/telling.ts";
import type { Settled, Told } from "./settle-events.ts";

/** Records with what is told of them at once, each record once. */
export interface Taking {
  readonly contract: string;
  readonly batch: string;
  readonly now: number;
  readonly records: readonly ToldRecord[];
  /** How what is told meets what is stored: `settleCall` or `settleFile`. */
  readonly settle: (told: Told) => Settled;
}

export interface ToldRecord {
  readonly key: RecordKey;
  readonly events: readonly RecordEvent[];
}

/** A record after what was told of it was settled. */
export interface TakenRecord extends Settled {
  readonly key: RecordKey;
  /** All that was stored of it before. */
  readonly stored: readonly Telling[];
}

/** Takes events in, in the unit: locks the records, settles what is told against what is stored, adds what is new. */
export async function takeEvents(unit: Unit, taking: Taking): Promise<readonly TakenRecord[]> {
  const { contract, batch, records, now } = taking;
  await ensureYears(
    unit,
    records.flatMap(({ events }) => events),
  );
  const keys = records.map(({ key }) => key);
  const locked = await lockRecords(unit, contract, keys);
  const known = keys.filter((key) => locked.get(keyOf(key))?.isNew === false);
  const stored = await loadTellings(unit, contract, known);
  const taken = records.map(({ key, events }): TakenRecord => {
    const before = stored.get(keyOf(key)) ?? [];
    return { key, stored: before, ...taking.settle({ record: key.id, stored: before, events, batch }) };
  });
  await addTellings(unit, { contract, batch }, taken);
  await saveCounts(unit, contract, countsOf(taken, locked));
  await addHeld(
    unit,
    { contract, batch, at: now },
    taken.flatMap(({ key, held }) => held.map((one) => ({ key, ...one }))),
  );
  return taken;
}

function countsOf(taken: readonly TakenRecord[], locked: ReadonlyMap<string, Locked>): readonly Counts[] {
  return taken.flatMap(({ key, add, joined }) => {
    const before = locked.get(keyOf(key));
    if (!before || (add.length === 0 && joined === before.joined)) return [];
    const bucketBefore = before.isNew ? null : before.bucket;
    return [{ key, added: add.length, ...reachOf(add), joined: joined || before.joined, bucketBefore }];
  });
}

function reachOf(events: readonly RecordEvent[]): Pick<Counts, "first" | "last"> {
  let [first, last] = [null as number | null, null as number | null];
  for (const { happened } of events) {
    if (first === null || happened < first) first = happened;
    if (last === null || happened > last) last = happened;
  }
  return { first, last };
}
