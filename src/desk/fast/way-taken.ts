import type { ReadyJob } from "../run-job.ts";
import { manyRecords, recordsOf, roadFor } from "./road.ts";

/** One line that says which road a report goes, and why. */
export function wayTaken({ job, road = null }: ReadyJob): string {
  const count = recordsOf(job).toLocaleString("en-GB");
  const because =
    road === null ? `${manyRecords.toLocaleString("en-GB")} records and more go by columns` : "asked for by --road";
  return `Road: ${roadFor(job, road)} (${count} records; ${because}).`;
}
