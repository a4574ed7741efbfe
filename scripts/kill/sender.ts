import { setTimeout as wait } from "node:timers/promises";
import type { Aim } from "./aim.ts";
import { batchOf, fileOf, type Month, monthOfFiles, monthsOf } from "./goods.ts";
import type { Life } from "./life.ts";

/** Whoever uses the server: sends events and files, has months evaluated and closed, and remembers what was said. */
export interface Sender {
  readonly log: {
    /** Batches of events that were acknowledged. */
    readonly events: Set<number>;
    /** Works that were acknowledged, with their steps. */
    readonly works: Map<string, number>;
    /** Files that were acknowledged, with how often each was sent. */
    readonly files: Map<number, number>;
    /** Months of which the server said that they are closed. */
    readonly closed: Month[];
  };
  /** Does the next thing, first of all what the kill is aimed at. */
  readonly next: (life: Life, aim: Aim) => Promise<void>;
  /** Sends what was not acknowledged, and closes the month that is open. */
  readonly finish: (life: Life) => Promise<void>;
}

const steps = 8;
const order = ["events", "close", "file", "events", "add up"] as const;

export function senderTo(contracts: readonly string[], folder: string): Sender {
  const log: Sender["log"] = { events: new Set(), works: new Map(), files: new Map(), closed: [] };
  const { events, close } = monthsIn(contracts, log);
  const { sendFile, isUnsaid } = filesIn(contracts[0] ?? "", { folder, log });
  const addUp = async (life: Life): Promise<void> => {
    const work = await life.ask({ do: "add up", steps });
    if (typeof work === "string") log.works.set(work, steps);
  };
  const acts = { events, file: sendFile, close, "add up": addUp };
  let turn = 0;
  return {
    log,
    next: async (life, aim) => {
      const wanted = aim === "evaluation" ? "close" : aim === "delivery" || aim === "start" ? "events" : aim;
      turn += 1;
      await acts[turn % 2 === 0 ? wanted : (order[(turn >> 1) % order.length] ?? "events")](life);
    },
    finish: async (life) => {
      await events(life);
      const open = log.closed.length;
      while (log.closed.length === open && (await close(life)) === "tried");
      if (log.files.size === 0 || isUnsaid()) await sendFile(life);
    },
  };
}

/** Sends events into the month that is open, has it evaluated, and closes it as soon as it is. */
function monthsIn([first = "", ...others]: readonly string[], log: Sender["log"]) {
  const months = monthsOf(others);
  let sending: { readonly own: number; readonly month: Month } | null = null;
  const month = (): Month | undefined => months[log.closed.length];
  const events = async (life: Life): Promise<void> => {
    sending ??= { own: log.events.size, month: month() ?? { contract: first, period: monthOfFiles } };
    const { own, month: of } = sending;
    if ((await life.ask(batchOf(own, of))) !== "done") return;
    log.events.add(own);
    sending = null;
  };
  const close = async (life: Life): Promise<"tried" | "all are closed"> => {
    if (sending !== null) await events(life);
    const of = month();
    if (of === undefined) return "all are closed";
    await life.ask({ do: "evaluate", contract: first, period: monthOfFiles });
    const work = await life.ask({ do: "evaluate", ...of });
    if (typeof work === "string") await over(life, work, 20_000);
    const said = await life.ask({ do: "close", ...of });
    if (said === "closed" || said === "already-closed") log.closed.push(of);
    return "tried";
  };
  return { events, close };
}

/** Sends files one after the other; one that was not acknowledged is sent once more. */
function filesIn(contract: string, { folder, log }: { readonly folder: string; readonly log: Sender["log"] }) {
  let file = { number: 0, copy: 0 };
  const sendFile = async (life: Life): Promise<void> => {
    const { number, copy } = file;
    const work = await life.ask({ do: "file", contract, ...(await fileOf(folder, number, copy)) });
    if (typeof work !== "string") {
      file = { number, copy: copy + 1 };
      return;
    }
    log.files.set(number, copy + 1);
    file = { number: number + 1, copy: 0 };
    await over(life, work, 4000);
  };
  return { sendFile, isUnsaid: () => file.copy > 0 };
}

/** Waits for the end of a work, or of the life, and no longer than so many milliseconds. */
async function over(life: Life, work: string, limit: number): Promise<void> {
  const end = performance.now() + limit;
  while (!life.isOver() && performance.now() < end) {
    const state = await life.ask({ do: "work", work });
    if (state !== "waiting" && state !== "running") return;
    await wait(20);
  }
}
