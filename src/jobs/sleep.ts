import { setTimeout } from "node:timers/promises";
import type { Instant } from "../engine/time/instant.ts";
import type { Sleep } from "./keeper.ts";

/** Even where nothing is planned, the keeper looks this often, in seconds: a message may be lost. */
const longest = 120;

/** Sleeps on the real clock whose time `now` gives. */
export const sleepOn =
  (now: () => Instant): Sleep =>
  async (until, signal) => {
    const seconds = until === null ? longest : Math.min(longest, Math.max(0, until - now()));
    await setTimeout(seconds * 1000, undefined, { signal, ref: false }).catch(() => {});
  };
