import type { Instant } from "../engine/time/instant.ts";
import type { Gate, Unit } from "../store/gate.ts";
import { claimWakeUp, type Due, dueNow, settleWakeUp } from "../store/keeping/wake-ups.ts";
import { type What, wakeChannel } from "../store/wake-up.ts";
import { systemOf } from "./system-of.ts";

/** What is done when something is due: in one unit, and where that takes others' time, afterwards. */
export type Duty = (unit: Unit, now: Instant) => Promise<Afterwards | undefined>;
export type Afterwards = () => Promise<void>;

/** What the keeper of a process needs. */
export interface Keeping {
  readonly gate: Gate;
  readonly now: () => Instant;
  readonly duties: Readonly<Record<What, Duty>>;
  /** After this many seconds another process looks after what this one took and did not bring to its end. */
  readonly lease?: number;
  readonly onFault: (error: Error) => void;
}

/** Waits until an instant (null: for nothing), at most some minutes, and no longer once the signal is aborted. */
export type Sleep = (until: Instant | null, signal: AbortSignal) => Promise<void>;

/** Does what is due, each thing in one process only. Gives the instant of the next. */
export async function keepOnce(keeping: Keeping): Promise<Instant | null> {
  const { due, next } = await lookUp(keeping);
  await Promise.all(due.map((each) => keep(keeping, each)));
  return due.length > 0 ? (await lookUp(keeping)).next : next;
}

/** One timer a process: it sleeps until the next instant that matters to any tenant, or until an earlier one is saved. */
export async function startKeeper(keeping: Keeping, sleep: Sleep): Promise<() => Promise<void>> {
  const running = new Map<string, Promise<void>>();
  let ended = false;
  let planned: number | null = null;
  let sleeping = new AbortController();
  const wake = (): void => sleeping.abort();
  const end = await keeping.gate.listen(wakeChannel, (text) => {
    if (text === "" || planned === null || Number(text) < planned) wake();
  });
  const looping = loop();
  return async () => {
    ended = true;
    wake();
    await looping;
    await Promise.all(running.values());
    await end();
  };

  async function loop(): Promise<void> {
    while (!ended) {
      sleeping = new AbortController();
      planned = Number.POSITIVE_INFINITY;
      planned = await round().catch((error: Error) => {
        keeping.onFault(error);
        return (keeping.now() + 5) as Instant;
      });
      if (!ended) await sleep(planned as Instant | null, sleeping.signal);
    }
  }

  async function round(): Promise<Instant | null> {
    const { due, next } = await lookUp(keeping);
    for (const each of due) {
      const key = `${each.tenant} ${each.what}`;
      if (running.has(key)) continue;
      const kept = keep(keeping, each).finally(() => {
        running.delete(key);
        wake();
      });
      running.set(key, kept);
    }
    return next;
  }
}

const lookUp = async ({
  gate,
  now,
}: Keeping): Promise<{ readonly due: readonly Due[]; readonly next: Instant | null }> => {
  const { due, next } = await gate.keeper((session) => dueNow(session, now()));
  return { due, next: next as Instant | null };
};

/** A fault leaves what is due to be looked at when the lease is over. */
async function keep({ gate, now, duties, lease = 30, onFault }: Keeping, { tenant, what }: Due): Promise<void> {
  const who = systemOf(tenant);
  try {
    const at = now();
    if (!(await gate.unit(who, (unit) => claimWakeUp(unit, { what, now: at, until: at + lease })))) return;
    const afterwards = await gate.unit(who, (unit) => duties[what](unit, at));
    await afterwards?.();
    await gate.unit(who, (unit) => settleWakeUp(unit, { what, after: at }));
  } catch (error) {
    onFault(error as Error);
  }
}
