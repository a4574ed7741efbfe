import type { Fact } from "../../engine/record/record.ts";
import { earlier, type Instant } from "../../engine/time/instant.ts";
import type { LiveClock } from "../../engine/watch/live-clock.ts";
import { liveClocksOf } from "../../engine/watch/live-clocks.ts";
import { mayRun } from "../../engine/watch/may-run.ts";
import { addHappening } from "../../store/add-happening.ts";
import { clockKey, clockText } from "../../store/clocks/clock-row.ts";
import { clocksBefore } from "../../store/clocks/clocks-before.ts";
import { type ChangedClock, saveClocks } from "../../store/clocks/save-clocks.ts";
import { addWarnings, foundBefore, warningText } from "../../store/clocks/warnings.ts";
import type { Unit } from "../../store/gate.ts";
import type { RecordKey } from "../../store/records/telling.ts";
import { wakeUp } from "../../store/wake-up.ts";
import { clockRow, isOver, notFound, type PassedWarning, passedBy } from "./clock-rows.ts";
import { withMerges } from "./merged-facts.ts";
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
  const { contract, now, find, world } = updating;
  const facts = await withMerges(unit, { contract, plan: world.plan }, updating.facts);
  const records = facts.map(keyOfFact);
  const written = await clocksBefore(unit, contract, records);
  const due = new Set([...written.values()].filter(({ nextAt }) => nextAt !== null && nextAt <= now).map(recordText));
  const clocks = facts.flatMap((fact) => clocksOf(updating, fact, due));
  const keys = clocks.map(({ clock }) => clockKey(clock));
  const before = await foundBefore(unit, contract, keys);
  const untold = clocks.map((one) => ({ ...one, passed: notFound(passedBy(one.clock, now, one.known), before) }));
  const asked = untold.flatMap(({ clock, passed }) => {
    if (find === "all passed" && !isOver(clock)) return passed;
    const since = written.get(clockText(clockKey(clock)))?.updated ?? now;
    return passed.filter(({ passed: { at } }) => at > since);
  });
  const added = await addWarnings(unit, { contract, found: now }, asked.map(rowOf));
  const settled = new Set(asked.map(({ row }) => warningText(row)));
  const rows = untold
    .filter(({ clock }) => !isOver(clock))
    .map(({ clock, passed }) =>
      clockRow(
        clock,
        passed.map(rowOf).filter((row) => !settled.has(warningText(row))),
      ),
    );
  const changed = await saveClocks(unit, { contract, records, rows, now });
  const found = asked.filter(({ row }) => added.has(warningText(row)));
  await tellChanged(unit, { contract, now }, changed);
  await tellWarnings(unit, { contract, now }, found);
  const next = Math.min(...rows.flatMap(({ nextAt }) => nextAt ?? []));
  if (Number.isFinite(next)) await wakeUp(unit, "clocks", next);
  return { changed: changed.length, found };
}

const rowOf = ({ row }: PassedWarning) => row;
const recordText = ({
  kind,
  tool,
  record,
}: {
  readonly kind: string;
  readonly tool: string;
  readonly record: string;
}) => JSON.stringify([kind, tool, record]);

interface KnownClock {
  readonly clock: LiveClock;
  /** When anything of the record was first learned. */
  readonly known: Instant;
}

/** Clocks of a record; of one that has ended only where a clock of it had come to its instant unseen. */
function clocksOf({ world, now }: UpdatingClocks, fact: Fact, due: ReadonlySet<string>): readonly KnownClock[] {
  const { plan, relief } = world;
  if (!due.has(recordText({ ...fact, record: fact.id })) && !mayRun(plan, fact, now)) return [];
  const known = fact.events.reduce((first, { learned }) => earlier(first, learned), now);
  return liveClocksOf({ plan, fact, relief, at: now }).map((clock) => ({ clock, known }));
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
