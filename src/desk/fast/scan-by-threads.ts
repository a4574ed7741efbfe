import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Scanner } from "../../intake/bulk/bulk-intake.ts";
import { joinScanned } from "../../intake/bulk/join-scanned.ts";
import { partsOf } from "../../intake/bulk/part-borders.ts";
import type { Scanned } from "../../intake/bulk/row-sink.ts";
import type { OnProgress } from "../../intake/read/source.ts";
import type { ScanSaid, ScanWork } from "./scan-worker.ts";

/** More threads than this wait for the memory. */
const mostThreads = 8;
/** A thread takes a tenth of a second to begin: no part is smaller. */
const leastBytes = 16 * 1024 * 1024;

/** Threads for a file of so many bytes: 1 for this one alone. */
export const threadsFor = (bytes: number): number =>
  Math.max(1, Math.min(mostThreads, availableParallelism(), Math.floor(bytes / leastBytes)));

/** Scans the parts of a file on a path in so many threads at once. */
export function scanByThreads(path: string, of: { threads: number; onProgress?: OnProgress | undefined }): Scanner {
  return async ({ plan, layout, bytes, from }) => {
    const { file, mapping, learned } = plan;
    const parts = partsOf(bytes, from, of.threads);
    const done = parts.map(() => 0);
    const scanned = await Promise.all(
      parts.map((part, index) =>
        scannedPart({ path, file, mapping, learned, layout, ...part }, (read) => {
          done[index] = read;
          of.onProgress?.({ bytes: done.reduce((sum, each) => sum + each, from), of: bytes.size });
        }),
      ),
    );
    const plain = scanned.filter((each) => each !== null);
    return plain.length < parts.length ? null : joinScanned(plain);
  };
}

/** One part in a thread of its own, which ends with it. */
function scannedPart(work: ScanWork, onProgress: (bytes: number) => void): Promise<Scanned | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./scan-worker.ts", import.meta.url), { workerData: work });
    worker.on("message", (said: ScanSaid) => {
      if ("bytes" in said) onProgress(said.bytes);
      else resolve(said.scanned);
    });
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`a thread ended with ${code} before its part was read`)));
  });
}
