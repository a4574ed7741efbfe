import { setTimeout as wait } from "node:timers/promises";
import type { Phase } from "./asks.ts";
import type { Life } from "./life.ts";

/** What a kill is aimed at; the first ones are those of a short drill. */
export const aims = ["close", "file", "delivery", "evaluation", "events", "start"] as const;
export type Aim = (typeof aims)[number];

/** A kill: what it was aimed at, and what the server was at then. */
export interface Kill {
  readonly aim: Aim;
  readonly at: readonly Phase[];
}

/** Decides when a life ends: somewhere within what is aimed at. */
export interface Aiming {
  readonly aim: Aim;
  /** From 0 up to 1. */
  readonly chance: number;
  /** When the receiver of webhooks is sent something for the next time, before it answers. */
  readonly arrival: () => Promise<void>;
  /** How long each phase took at most until now, in milliseconds; grows as the drill goes on. */
  readonly lengths: Map<Aim, number>;
}

/** After so many milliseconds a life ends wherever it is. */
const longest = 20_000;

/** Ends a life within what is aimed at. Gives what it was at. */
export async function killWithin(life: Life, { aim, chance, arrival, lengths }: Aiming): Promise<Kill> {
  const ended = new AbortController();
  const late = wait(longest, undefined, { signal: ended.signal }).catch(() => {});
  await Promise.race([comes(life, aim, arrival), late, life.over]);
  // Of a delivery, half of the kills come before the answer, half just after it.
  const length = aim === "delivery" ? (chance < 0.5 ? 0 : 10) : (lengths.get(aim) ?? first[aim]) * chance;
  const begin = performance.now();
  const over = aim === "start" || aim === "delivery" ? null : untilNot(life, aim);
  if (length > 0) await Promise.race([wait(length), late, life.over]);
  const at = life.at();
  life.kill();
  ended.abort();
  if (over !== null) {
    // A phase that ended before the kill was shorter than thought; one that did not may be longer.
    const took = over();
    const known = lengths.get(aim) ?? first[aim];
    lengths.set(aim, Math.max(20, took === null ? Math.max(known, (performance.now() - begin) * 1.2) : took));
  }
  return { aim, at };
}

/** What is thought of the length of a phase before any was seen, in milliseconds. */
const first: Readonly<Record<Aim, number>> = {
  ...{ close: 150, file: 2500, delivery: 10, evaluation: 400, events: 60, start: 1500 },
};

async function comes(life: Life, aim: Aim, arrival: () => Promise<void>): Promise<void> {
  if (aim === "start") return;
  if (aim !== "delivery") return await life.until(aim);
  await life.ready;
  await arrival();
}

/** Looks now and then whether a phase is over; tells how long it took, or null while it is not. */
function untilNot(life: Life, phase: Phase): () => number | null {
  const begin = performance.now();
  let took: number | null = null;
  const looking = setInterval(() => {
    if (took === null && !life.isOver() && !life.at().includes(phase)) took = performance.now() - begin;
  }, 5);
  return () => {
    clearInterval(looking);
    return took;
  };
}

/** How often each aim was hit, and what was under way beside it: a line an aim. */
export function tableOf(kills: readonly Kill[]): string {
  const lines = aims.flatMap((aim) => {
    const own = kills.filter((kill) => kill.aim === aim);
    if (own.length === 0) return [];
    const all = own.flatMap(({ at }): readonly string[] => (at.length === 0 ? ["nothing"] : at));
    const counts = [...Map.groupBy(all, (phase) => phase)];
    const under = counts.map(([phase, times]) => `${phase} ${times.length}`).sort();
    return [`  ${aim.padEnd(11)}${String(own.length).padStart(4)}   under way: ${under.join(", ")}`];
  });
  return [`${kills.length} kills by what they were aimed at`, ...lines, ""].join("\n");
}
