import { basename } from "node:path";
import { SingleBar } from "cli-progress";
import type { Progress } from "../desk/take-records.ts";

/** Shows how far a long work has come. */
export interface ProgressShown {
  readonly show: Progress;
  readonly end: () => void;
}

/** For where nobody watches a terminal. */
export const silentProgress = (): ProgressShown => ({ show: () => {}, end: () => {} });

/** A bar on the error stream with rate and time left. */
export function progressBar(): ProgressShown {
  const bar = new SingleBar({
    format: "{file} [{bar}] {percentage} % | {megabytes} MB | {eta_formatted} left",
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    etaBuffer: 30,
  });
  let current = "";
  const show: Progress = (file, done, total) => {
    if (file !== current) {
      bar.stop();
      bar.start(total, 0, { file: basename(file), megabytes: "0" });
      current = file;
    }
    bar.update(done, { file: basename(file), megabytes: (done / 1e6).toFixed(1) });
  };
  return { show, end: () => bar.stop() };
}
