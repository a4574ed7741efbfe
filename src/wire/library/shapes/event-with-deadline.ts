import type { KeptShape } from "../library-shape.ts";

export const eventWithDeadline: KeptShape = {
  id: "event-with-deadline",
  title: "Delivered by the agreed day",
  means:
    "Something is owed by a day: a report, a plan, a milestone. What never came is late, not absent, and what came early counts in the month in which it was due.",
  parameters: [
    { name: "deliverable", field: "where.deliverable", meaning: "What is owed" },
    { name: "by", field: "clock.by", meaning: "The moment of the record at which it is due" },
    { name: "expected", meaning: "The share that must be in time" },
  ],
  level: `title: Monthly report on time
measure: share in time
of: deliveries
where: {deliverable: monthly-report}
clock: {stops: delivered, by: due, calendar: business-hours}
counted_by: due
if_not_measured: missed
expected: at least 100%
`,
};
