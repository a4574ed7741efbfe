import type { Fact } from "../../engine/record/record.ts";
import { type Instant, instant } from "../../engine/time/instant.ts";
import type { LiveClock } from "../../engine/watch/live-clock.ts";
import { liveClocksOf } from "../../engine/watch/live-clocks.ts";
import { mayRun } from "../../engine/watch/may-run.ts";
import { addHappening } from "../../store/add-happening.ts";
import { clockKey, clockText } from "../../store/clocks/clock-row.ts";
import { writtenAt } from "../../store/clocks/clocks-before.ts";
import { type ChangedClock, saveClocks } from "../../store/clocks/save-clocks.ts";
import { addWarnings, foundBefore, warningText } from "../../store/clocks/warnings.ts";
import type { Unit } from "../../store/gate.ts";
import type { RecordKey } from "../../store/records/telling.ts";
import { wakeUp } from "../../store/wake-up.ts";
import { clockRow, isOver, notFound, type PassedWarning, passedBy } from "./clock-rows.ts";
import { tellWarnings } from "./tell-warnings.ts";
import type { WatchWorld } from "./watch-world.ts";

/** Records whose rows are locked, with their whole histories, and the second for which their clocks are read. */
export interface UpdatingClocks {
  readonly world: WatchWorld;
  readonly contract: string;
  readonly facts: readonly Fact[];
  readonly now: Instant;
  /** Warnings that are found and told now: all that were passed, or those that came true since the row was written. */
  readonly find: "all passed" | "since written";
}

/** What changed, and the warnings that were found now. */
export interface UpdatedClocks {
  readonly changed: number;
  readonly found: readonly PassedWarning[];
}

/** Reads the clocks of some records, saves those that run, and tells what is to be told. */
export async function updateClocks(unit: Unit, updating: UpdatingClocks): Promise<UpdatedClocks> {
  const { contract, facts, now } = updating;
  const records = facts.map(keyOfFact);
  const clocks = facts.flatMap((fact) => clocksOf(updating, fact));
  const written = await writtenAt(unit, contract, records);
  const before = await foundBefore(unit, contract, clocks.map(({ clock }) => clockKey(clock)));
  const untold = clocks.map((one) => ({ ...one, passed: notFound(passedBy(one.clock, now, one.known), before) }));
  const asked = untold.flatMap(({ clock, passed }) => {
    const since = updating.find === "all passed" && !isOver(clock) ? null : (written.get(clockText(clockKey(clock))) ?? now);
    return passed.filter((one) => since === null || one.passed.at > since);
  });
  const added = await addWarnings(unit, { contract, found: now }, asked.map(({ row }) => row));
  const found = asked.filter(({ row }) => added.has(warningText(row)));
  const left = new Set(asked.map(({ row }) => warningText(row)));
  const rows = untold
    .filter(({ clock }) => !isOver(clock))
    .map(({ clock, passed }) => clockRow(clock, passed.map(({ row }) => row).filter((row) => !left.has(warningText(row)))));
  const changed = await saveClocks(unit, { contract, records, rows, now });
  await tellChanged(unit, { contract, now }, changed);
  await tellWarnings(unit, { contract, now }, found);
  const next = Math.min(...rows.flatMap(({ nextAt }) => nextAt ?? []));
  if (Number.isFinite(next)) await wakeUp(unit, "clocks", next);
  return { changed: changed.length, found };
}

interface KnownClock {
  readonly clock: LiveClock;
  /** When anything of the record was first learned. */
  readonly known: Instant;
}

function clocksOf({ world, now }: UpdatingClocks, fact: Fact): readonly KnownClock[] {
  if (!mayRun(world.plan, fact, now)) return [];
  const known = instant(Math.min(...fact.events.slice(0, 1000).map(({ learned }) => learned)));
  return liveClocksOf({ plan: world.plan, fact, relief: world.relief, at: now }).map((clock) => ({ clock, known }));
}

/** A record as its row names it. */
export const keyOfFact = ({ kind, tool, id }: Fact): RecordKey => ({ kind, tool, id });

/** Clocks named in one happening; of more only how many there are. */
const mostNamed = 200;

async function tellChanged(
  unit: Unit,
  { contract, now }: { readonly contract: string; readonly now: Instant },
  changed: readonly ChangedClock[],
): Promise<void> {
  for (const [agreement, own] of Map.groupBy(changed, (row) => row.agreement)) {
    const clocks = own.slice(0, mostNamed).map(({ agreement: _, ...row }) => row);
    const body = { agreement, changed: own.length, clocks };
    await addHappening(unit, { topic: "clock.changed", contract, agreement, body, at: now });
  }
}
