import { basename } from "node:path";
import { SingleBar } from "cli-progress";
import type { Progress } from "../desk/take-records.ts";

/** Shows how far a long work has come. */
export interface ProgressShown {
  readonly show: Progress;
  /** So many of so many things done; `what` names the one at hand. */
  readonly count: (what: string, done: number, total: number) => void;
  readonly end: () => void;
}

/** For where nobody watches a terminal. */
export const silentProgress = (): ProgressShown => ({ show: () => {}, count: () => {}, end: () => {} });

/** A bar on the error stream: bytes of a file with rate and time left, or things that are counted. */
export function progressBar(): ProgressShown {
  const bytes = barOf("{what} [{bar}] {percentage} % | {megabytes} MB | {eta_formatted} left");
  const things = barOf("{what} [{bar}] {value} of {total}");
  let current: string | null = null;
  const startOnce = (bar: SingleBar, of: string, total: number): void => {
    if (of === current) return;
    bar.stop();
    bar.start(total, 0, { what: of, megabytes: "0" });
    current = of;
  };
  return {
    show: (file, done, total) => {
      startOnce(bytes, file, total);
      bytes.update(done, { what: basename(file), megabytes: (done / 1e6).toFixed(1) });
    },
    count: (what, done, total) => {
      startOnce(things, "", total);
      things.update(done, { what: what.padEnd(longestMonth) });
    },
    end: () => {
      bytes.stop();
      things.stop();
    },
  };
}

/** `September 2025`: what is counted is of that length at most, as a rule, so that the bar does not jump. */
const longestMonth = 14;

const barOf = (format: string): SingleBar =>
  new SingleBar({
    format,
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    etaBuffer: 30,
  });
