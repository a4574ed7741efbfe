import { type BulkIntake, bulkIntake } from "../../intake/bulk/bulk-intake.ts";
import { personalOf, type Taking } from "../../intake/intake.ts";
import { sizeOf } from "../../intake/read/source.ts";
import type { RecordFile } from "../take-records.ts";
import type { Road } from "./road.ts";
import { scanByThreads, threadsFor } from "./scan-by-threads.ts";

/** Bytes from which on a file is read in bulk: below, the ordinary way takes less than a few seconds. */
export const manyBytes = 8 * 1024 * 1024;

/** Takes in a large plain file in bulk; null where the ordinary way is asked for, quick enough, or needed. */
export async function takeBulk(taking: Taking, road: Road | null): Promise<BulkIntake | null> {
  if (road === "plain" || taking.mapping.file.kind !== "csv") return null;
  const size = await sizeOf(taking.source);
  if (road !== "fast" && size < manyBytes) return null;
  const threads = threadsFor(size);
  if (threads === 1 || !("path" in taking.source)) return bulkIntake(taking);
  return bulkIntake(taking, { scanner: scanByThreads(taking.source.path, { threads, onProgress: taking.onProgress }) });
}

/**
 * True where the records of a file may stay columns: no other file tells of the same kind, everything is known from
 * the same instant on, and no person has to be given a number instead of a name.
 */
export function mayStayColumns({ mapping }: RecordFile, files: readonly RecordFile[]): boolean {
  const isAlone = files.filter((other) => other.mapping.gives === mapping.gives).length === 1;
  return isAlone && personalOf(mapping).length === 0 && mapping.learned === undefined;
}
