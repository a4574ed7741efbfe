import type { Job } from "../job.ts";

/** `plain` reads every clock from its record; `fast` counts over columns what columns can tell. Both say the same. */
export const roads = ["plain", "fast"] as const;
export type Road = (typeof roads)[number];

/** Records from which on the fast road is taken by itself: below, making columns gains less than a second. */
export const manyRecords = 50_000;

/** The road that was asked for, or the one that the size of the work asks for. */
export function roadFor(job: Job, asked: Road | null): Road {
  return asked ?? (recordsOf(job) >= manyRecords ? "fast" : "plain");
}

/** How many records a job has. */
export function recordsOf({ byKind, kinds, bulk = [] }: Job): number {
  const columns = bulk.reduce((total, { count }) => total + count, 0);
  const others = kinds.filter((kind) => !bulk.some((each) => each.kind === kind));
  return others.reduce((total, kind) => total + (byKind[kind]?.length ?? 0), columns);
}
