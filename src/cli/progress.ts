import { basename } from "node:path";
import { SingleBar } from "cli-progress";
import type { Progress } from "../desk/take-records.ts";

/** Shows how far a long work has come. */
export interface ProgressShown {
  readonly show: Progress;
  readonly count: (what: string, done: number, total: number) => void;
  readonly end: () => void;
}

/** For where nobody watches a terminal. */
export const silentProgress = (): ProgressShown => ({ show: () => {}, count: () => {}, end: () => {} });

/** What stands beside the bar. */
interface Said {
  readonly what: string;
  readonly amount: string;
}

/** A bar on the error stream with rate and time left. */
export function progressBar(): ProgressShown {
  const bar = new SingleBar({
    format: "{what} [{bar}] {percentage} % | {amount} | {eta_formatted} left",
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    etaBuffer: 30,
  });
  let current = "";
  const start = (of: string, total: number, said: Said): void => {
    if (of === current) return;
    bar.stop();
    bar.start(total, 0, said);
    current = of;
  };
  const show: Progress = (file, done, total) => {
    const said = { what: basename(file), amount: `${(done / 1e6).toFixed(1)} MB` };
    start(file, total, said);
    bar.update(done, said);
  };
  const count: ProgressShown["count"] = (what, done, total) => {
    const said = { what, amount: `${done} of ${total}` };
    start("counted", total, said);
    bar.update(done, said);
  };
  return { show, count, end: () => bar.stop() };
}
