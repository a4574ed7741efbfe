import { type Instant, instant } from "../../engine/time/instant.ts";
import { overStates } from "../../engine/watch/may-run.ts";
import { nextTermsAfter } from "../../engine/watch/next-terms.ts";
import type { WatchPlan } from "../../engine/watch/watch-plan.ts";
import { type ClockTerms, lockTerms, type Reading, saveTerms } from "../../store/clocks/clock-terms.ts";
import { recordsToRead } from "../../store/clocks/records-to-read.ts";
import type { Gate, Unit, Who } from "../../store/gate.ts";
import { factsOfRecords } from "./facts-of-records.ts";
import { updateClocks } from "./update-clocks.ts";
import { readWorld, type WatchWorld, worldOf } from "./watch-world.ts";

/** All clocks of a contract, to be read by the terms that rule now. */
export interface Rereading {
  readonly gate: Gate;
  /** The program itself, in the tenant. */
  readonly who: Who;
  readonly contract: string;
  readonly now: () => Instant;
  readonly signal?: AbortSignal;
  /** Told how many records were looked through. */
  readonly onProgress?: (records: number) => void;
  /** Records looked through in one unit of work. */
  readonly limit?: number;
}

/** Records that were looked through, and clocks that changed. */
export interface Reread {
  readonly records: number;
  readonly changed: number;
}

/** Records that one unit of work looks through, so that others are not kept waiting. */
const usualLimit = 500;

/**
 * Reads all clocks of a contract again, where other terms rule than those by which they were read: a text that came into
 * force, relief that was granted, a version that began. Some records in each unit of work; it may be broken off at any
 * instant and goes on where it was. Terms that change meanwhile make it begin anew.
 */
export async function rereadClocks(rereading: Rereading): Promise<Reread> {
  const { gate, who, contract, now, signal, onProgress, limit = usualLimit } = rereading;
  const made = await gate.unit(who, (unit) => readWorld(unit, contract, now()));
  if (made !== null) worldOf(made);
  let [records, changed] = [0, 0];
  for (;;) {
    signal?.throwIfAborted();
    const part = await gate.unit(who, (unit) => readPart(unit, { contract, now: now(), limit }));
    records += part.records;
    changed += part.changed;
    onProgress?.(records);
    if (part.isLast) return { records, changed };
  }
}

interface Part {
  readonly contract: string;
  readonly now: Instant;
  readonly limit: number;
}

const nothing = { records: 0, changed: 0, isLast: true };

async function readPart(unit: Unit, part: Part): Promise<Reread & { readonly isLast: boolean }> {
  const { contract, now } = part;
  const terms = await lockTerms(unit, contract);
  const read = await readWorld(unit, contract, now);
  if (read === null) return nothing;
  const world = worldOf(read);
  if (terms.reading === null && isReadBy(terms, { key: read.key, plan: world.plan, now })) {
    await saveTerms(unit, contract, { ...terms, next: nextTermsAfter(world.plan, now) });
    return nothing;
  }
  const reading: Reading =
    terms.reading?.terms === read.key ? terms.reading : { terms: read.key, since: now, reached: null };
  return await goOn(unit, part, { terms, reading, world });
}

/** True where the same terms rule as when all clocks were last read. */
function isReadBy(
  { terms, readAt }: ClockTerms,
  { key, plan, now }: { readonly key: string; readonly plan: WatchPlan; readonly now: Instant },
): boolean {
  const next = nextTermsAfter(plan, instant(readAt));
  return terms === key && (next === null || next > now);
}

interface GoingOn {
  readonly terms: ClockTerms;
  readonly reading: Reading;
  readonly world: WatchWorld;
}

async function goOn(unit: Unit, { contract, now, limit }: Part, { terms, reading, world }: GoingOn) {
  const { plan } = world;
  const over = new Map([...plan.levels].map(([kind, levels]) => [kind, overStates(levels)] as const));
  const { records, last } = await recordsToRead(unit, { contract, over, now, after: reading.reached, limit });
  const facts = await factsOfRecords(unit, contract, records);
  const { changed } = await updateClocks(unit, { world, contract, facts, now, find: "since written" });
  if (last !== null) {
    await saveTerms(unit, contract, { ...terms, reading: { ...reading, reached: last }, next: null });
    return { records: records.length, changed, isLast: false };
  }
  const next = nextTermsAfter(plan, instant(reading.since));
  await saveTerms(unit, contract, { terms: reading.terms, readAt: reading.since, reading: null, next });
  return { ...nothing, changed };
}
