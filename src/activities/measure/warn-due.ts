import type { Instant } from "../../engine/time/instant.ts";
import { lockDueRecords } from "../../store/clocks/due-records.ts";
import { setNextLook } from "../../store/clocks/next-look.ts";
import type { Unit } from "../../store/gate.ts";
import { factsOfRecords } from "./facts-of-records.ts";
import { updateClocks } from "./update-clocks.ts";
import { readWorld, worldOf } from "./watch-world.ts";

/** What was looked at: records, warnings that were found, and when clocks want to be looked at next. */
export interface WarnedOf {
  readonly records: number;
  readonly warnings: number;
  /** Null where no clock waits for anything. At or before now where there is more to look at. */
  readonly next: number | null;
}

/**
 * Looks at the clocks whose instant has come: adds the warnings that were passed, tells them, and sets when each clock
 * is to be looked at next. Any number of servers may do it at once; each record is looked at by one of them, and each
 * warning is found once.
 */
export const warnDue = (unit: Unit, now: Instant, limit: number): Promise<WarnedOf> =>
  unit.asSystem(async (system) => {
    const due = await lockDueRecords(system, now, limit);
    let warnings = 0;
    for (const [contract, records] of Map.groupBy(due, (record) => record.contract)) {
      const read = await readWorld(system, contract, now);
      if (read === null) continue;
      const facts = await factsOfRecords(system, contract, records);
      const world = worldOf(read);
      const { found } = await updateClocks(system, { world, contract, facts, now, find: "all passed" });
      warnings += found.length;
    }
    return { records: due.length, warnings, next: await setNextLook(system) };
  });
