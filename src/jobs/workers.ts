import type { Compute } from "../activities/activity.ts";
import type { Instant } from "../engine/time/instant.ts";
import type { Gate } from "../store/gate.ts";
import { allTenants } from "../store/keeping/all-tenants.ts";
import { openWorks } from "../store/works/move-work.ts";
import type { Queue } from "./queue.ts";
import { failDead, runWork } from "./run-work.ts";
import { systemOf } from "./system-of.ts";
import type { WorkKind } from "./work.ts";

/** What the workers of a process need. */
export interface Workshop {
  readonly gate: Gate;
  readonly queue: Queue;
  readonly kinds: readonly WorkKind[];
  readonly now: () => Instant;
  readonly engine: string;
  readonly compute: Compute;
  /** A name that no other server has, and that this one has again after a restart; empty where there is none. */
  readonly server?: string;
  readonly atOnce?: number;
  readonly onFault: (error: Error) => void;
  /** Told of each work that came to its end, and how many seconds this run of it took. */
  readonly onEnded?: (kind: string, ending: "done" | "failed", seconds: number) => void;
}

/** Begins to take works. The answer ends it: running works end or are handed back within the limit, in seconds. */
export async function startWorkers(workshop: Workshop): Promise<(limit: number) => Promise<void>> {
  const { queue, atOnce = 2 } = workshop;
  await takeBack(workshop);
  const stopping = new AbortController();
  await queue.takeDead((carried) => failDead(workshop, carried));
  await queue.take(atOnce, (carried) => runWork(workshop, carried, stopping.signal));
  return async (limit) => {
    const half = setTimeout(() => stopping.abort(), limit * 500);
    await queue.stop(limit);
    clearTimeout(half);
  };
}

/**
 * What an earlier life of this server left is given to whoever is there. An embedded database has one server. Works that
 * the queue does not know were restored from a backup, and are asked for again.
 */
async function takeBack({ gate, queue, server = "" }: Workshop): Promise<void> {
  for (const tenant of await gate.keeper(allTenants)) {
    const open = await gate.unit(systemOf(tenant), openWorks);
    const own = open.filter(({ holder }) => gate.kind === "embedded" || (server !== "" && holder === server));
    await queue.giveBack(own.map(({ id }) => id));
    const unknown = await queue.unknown(open.map(({ id }) => id));
    for (const { id, kind, key } of open.filter((work) => unknown.includes(work.id)))
      await gate.unit(systemOf(tenant), (unit) => queue.add(unit, { id, key: `${kind} ${key}` }));
  }
}
