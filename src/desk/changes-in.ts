import { periodBefore } from "../engine/period/periods.ts";
import type { Period } from "../engine/period/result.ts";
import type { ChangeLine } from "../engine/report/changes/change-line.ts";
import { changeLines } from "../engine/report/changes/change-lines.ts";
import { addDays } from "../engine/time/civil.ts";
import { wallAt } from "../engine/time/zone.ts";
import type { Job } from "./job.ts";
import { months } from "./report-periods.ts";
import { worldAt } from "./world.ts";

/** What changed in the agreement in a period, and what is signed and coming. The period before is a month. */
export function changesIn(job: Job, period: Period): readonly ChangeLine[] {
  const { document, zone } = job;
  return changeLines({
    document,
    contractOf: (text) => worldAt(text, text.contract.from).contract,
    first: wallAt(zone, period.start).day,
    last: addDays(wallAt(zone, period.end).day, -1),
    previous: wallAt(zone, periodBefore(months(job), period).start).day,
  });
}
