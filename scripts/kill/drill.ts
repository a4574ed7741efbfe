import { setTimeout as wait } from "node:timers/promises";
import { type Aim, aims, type Kill, killWithin } from "./aim.ts";
import type { Place, Status } from "./asks.ts";
import { begin, type Life } from "./life.ts";
import { type Sender, senderTo } from "./sender.ts";

/** How often the server is killed, and the ground that is walked. */
export interface Drill {
  readonly place: Place;
  readonly contracts: readonly string[];
  /** Where files lie until they are taken in. */
  readonly folder: string;
  readonly kills: number;
  readonly seed: number;
  /** When the receiver of webhooks is sent something for the next time, before it answers. */
  readonly arrival: () => Promise<void>;
  /** Told of each kill. */
  readonly onKill?: (kill: Kill, number: number) => void;
}

/** What was sent and what the server said of it, and the kills. */
export interface Drilled {
  readonly log: Sender["log"];
  readonly kills: readonly Kill[];
  readonly faults: string;
}

/**
 * Kills a server within what it does, one time after the other, and starts it again. What was not acknowledged is sent
 * again, as a sender would. At the end the server is given time to come to the end of everything.
 */
export async function drill(asked: Drill): Promise<Drilled> {
  const { place, contracts, folder, kills: count, seed, arrival, onKill } = asked;
  const chance = chances(seed);
  const sender = senderTo(contracts, folder);
  const lengths = new Map<Aim, number>();
  const kills: Kill[] = [];
  for (let killed = 0; killed < count; killed += 1) {
    const aim = aims[killed % aims.length] as Aim;
    const life = begin(place);
    const killing = killWithin(life, { aim, chance: chance(), arrival, lengths });
    if (await life.ready) while (!life.isOver()) await sender.next(life, aim);
    const kill = await killing;
    kills.push(kill);
    onKill?.(kill, kills.length);
    await life.over;
  }
  return { log: sender.log, kills, faults: await comeToRest(place, sender) };
}

async function comeToRest(place: Place, sender: Sender): Promise<string> {
  const life = begin(place);
  if (!(await life.ready)) throw new Error(`the last life did not begin: ${life.faults()}`);
  await sender.finish(life);
  await atRest(life);
  await life.ask({ do: "stop" });
  await life.over;
  return life.faults();
}

async function atRest(life: Life): Promise<void> {
  for (let looks = 0; looks < 1200; looks += 1) {
    const { works, deliveries, jobs } = (await life.ask({ do: "status" })) as Status;
    if (works + deliveries + jobs === 0) return;
    await wait(100);
  }
}

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator). */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
