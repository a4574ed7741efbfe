import type { Result } from "../../engine/period/result.ts";
import { wallAt } from "../../engine/time/zone.ts";
import { periodsNamed } from "../report-periods.ts";
import { type JobOrder, runJob } from "../run-job.ts";
import { countOne } from "./evaluate-fast.ts";

/**
 * From files to the results of all agreements over the months that a person names (`2026-01..2026-12`), under the
 * contract as in force when they begin. Items say only how many records counted, where columns could count them.
 */
export async function monthlyResults(order: JobOrder, months: string): Promise<readonly Result[]> {
  const { job } = await runJob({ ...order, road: "fast" });
  const periods = periodsNamed(job, months);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return [];
  const world = job.worldAt(wallAt(job.zone, first.start).day);
  const span = { start: first.start, end: last.end };
  return Object.keys(job.document.agreements).flatMap((id) => countOne(job, id, { world, span }));
}
