import { setTimeout } from "node:timers/promises";
import type { Instant } from "../engine/time/instant.ts";
import type { Sleep } from "./keeper.ts";

/** Even where nothing is planned, the keeper looks this often, in seconds: a message may be lost. */
const longest = 120;

/** The clock tells whole seconds: in the last one before the instant it is asked so often, in milliseconds, whether it has come. */
const step = 20;

/** Sleeps on the real clock whose time `now` gives. */
export const sleepOn =
  (now: () => Instant): Sleep =>
  async (until, signal) => {
    const wait = (milliseconds: number): Promise<void> =>
      setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => {});
    const seconds = until === null ? longest : Math.min(longest, until - now());
    await wait(Math.max(0, seconds - 1) * 1000);
    if (until === null || seconds === longest) return;
    while (!signal.aborted && now() < until) await wait(step);
  };
