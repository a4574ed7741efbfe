import { setTimeout as wait } from "node:timers/promises";
import type { Ask, Place, Status } from "./asks.ts";
import { begin, type Life } from "./life.ts";

/** How often the server is killed, and the ground that is walked. */
export interface Drill {
  readonly place: Place;
  readonly contract: string;
  readonly kills: number;
  readonly seed: number;
}

/** What was sent, and what the server said of it. */
export interface Drilled {
  /** Batches of events that were acknowledged, before anything was sent again. */
  readonly acknowledged: readonly number[];
  readonly batches: number;
  /** Works that were acknowledged, with their steps. */
  readonly works: ReadonlyMap<string, number>;
  readonly faults: string;
}

export const eventsOfBatch = 20;
export const period = "2026-03";
const steps = 8;

/**
 * Kills a server at random moments while it takes in events, works and sends, and starts it again. At the end what was
 * not acknowledged is sent again, as a sender would, and the server is given time to come to the end of everything.
 */
export async function drill({ place, contract, kills, seed }: Drill): Promise<Drilled> {
  const chance = chances(seed);
  const log = { acknowledged: [] as number[], batches: 0, works: new Map<string, number>() };
  const sendNext = async (life: Life): Promise<void> => {
    const own = log.batches;
    log.batches += 1;
    if ((await life.ask(batch(contract, own))) === "done") log.acknowledged.push(own);
    const work = own % 3 === 0 ? await life.ask({ do: "add up", steps }) : undefined;
    if (typeof work === "string") log.works.set(work, steps);
    if (own % 4 === 1) await life.ask({ do: "evaluate", contract, period });
  };
  for (let killed = 0; killed < kills; killed += 1) {
    const life = begin(place);
    const moment = momentOf(chance(), life);
    const killing = moment.from.then(() => wait(chance() * 1500)).then(life.kill);
    if (await life.ready) {
      while (!life.isOver()) {
        await sendNext(life);
        moment.answered();
      }
    }
    await killing;
    await life.over;
  }
  return { ...log, acknowledged: [...log.acknowledged], faults: await comeToRest({ place, contract, log }) };
}

/** From when the time until a kill is counted: its start, when it serves, or when it has answered for the first time. */
function momentOf(
  drawn: number,
  { ready, over }: Life,
): { readonly from: Promise<unknown>; readonly answered: () => void } {
  const first = Promise.withResolvers<void>();
  const answered = (): void => first.resolve();
  if (drawn < 0.2) return { from: Promise.resolve(), answered };
  return { from: drawn < 0.5 ? ready : Promise.race([first.promise, over]), answered };
}

interface Rest {
  readonly place: Place;
  readonly contract: string;
  readonly log: { readonly acknowledged: readonly number[]; readonly batches: number };
}

async function comeToRest({ place, contract, log }: Rest): Promise<string> {
  const life = begin(place);
  if (!(await life.ready)) throw new Error(`the last life did not begin: ${life.faults()}`);
  for (let own = 0; own < log.batches; own += 1) {
    if (!log.acknowledged.includes(own)) await life.ask(batch(contract, own));
  }
  for (let looks = 0; looks < 600; looks += 1) {
    const { works, deliveries } = (await life.ask({ do: "status" })) as Status;
    if (works + deliveries === 0) break;
    await wait(100);
  }
  await life.ask({ do: "stop" });
  await life.over;
  return life.faults();
}

/** Events of a batch: ten records that are opened and resolved. */
const batch = (contract: string, own: number): Ask => ({
  do: "events",
  contract,
  events: Array.from({ length: eventsOfBatch }, (_, at) => ({
    source: "servicenow",
    kind: "incidents",
    record: `INC-${own}-${at >> 1}`,
    sequence: at % 2,
    happened: `2026-03-${String(1 + (own % 28)).padStart(2, "0")}T1${at % 2}:00:00Z`,
    change: { kind: "state", state: at % 2 === 0 ? { kind: "open", name: "new" } : { kind: "resolved" } },
  })),
});

/** Numbers from 0 up to 1, the same for the same seed (a linear congruential generator). */
function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
