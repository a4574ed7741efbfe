import { addDays } from "../src/engine/time/civil.ts";
import { csv } from "./csv.ts";
import { at, isoDay, type Second, stamp } from "./london.ts";
import type { Chance } from "./random.ts";
import { lateReport } from "./story.ts";
import { end, firstDay, firstOfMonth, lastDay, months } from "./term.ts";
import { officeHours } from "./working-hours.ts";

export interface Delivery {
  readonly id: string;
  readonly deliverable: "monthly-report" | "nightly backup";
  readonly due: Second;
  readonly delivered: Second;
  readonly outcome: "successful" | "failed" | "delivered";
}

/** Monthly reports, due at the end of the eighth working day of the month after, and the backup of every night. */
export function deliveriesOf(chance: Chance): Delivery[] {
  return [...reports(chance), ...backups(chance)]
    .filter(({ delivered }) => delivered < end)
    .sort((a, b) => a.due - b.due);
}

/** The first report, of April 2024, is on the months of preparation. */
function reports(chance: Chance): Delivery[] {
  return Array.from({ length: months }, (_, month) => {
    const first = at(firstOfMonth(month), 0);
    const working = officeHours.filter(({ start }) => start >= first);
    const due = working[7]?.end ?? first;
    const day = working[chance.whole(4, 6)]?.start ?? first;
    const usual = day + chance.whole(3600, 8 * 3600);
    const isLate = isoDay(firstOfMonth(month)).startsWith(lateReport.month);
    const delivered = isLate ? lateReport.delivered : usual;
    return {
      id: `REP-${String(month).padStart(2, "0")}`,
      deliverable: "monthly-report",
      due,
      delivered,
      outcome: "delivered",
    };
  });
}

function backups(chance: Chance): Delivery[] {
  return Array.from({ length: lastDay - firstDay + 1 }, (_, index) => {
    const day = addDays(firstDay, index);
    const delivered = at(day, 3) + chance.whole(0, 5400);
    const outcome = chance.happens(0.012) ? "failed" : "successful";
    return {
      id: `BKP-${String(index + 1).padStart(3, "0")}`,
      deliverable: "nightly backup",
      due: at(day, 6),
      delivered,
      outcome,
    };
  });
}

/** One row a delivery. */
export function deliveriesCsv(deliveries: readonly Delivery[]): string {
  const rows = deliveries.map(({ id, deliverable, due, delivered, outcome }) => [
    id,
    deliverable,
    stamp(due),
    stamp(delivered),
    outcome,
  ]);
  return csv(["id", "deliverable", "due_at", "delivered_at", "outcome"], rows);
}
