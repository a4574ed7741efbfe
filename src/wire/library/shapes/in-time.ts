import type { KeptShape } from "../library-shape.ts";

export const inTime: KeptShape = {
  id: "in-time",
  title: "Resolved in time",
  means: "Records have a deadline, and most of them must keep it. The usual level for response and resolution.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "starts", field: "clock.starts", meaning: "The moment at which the clock starts" },
    { name: "stops", field: "clock.stops", meaning: "The moment at which the clock stops" },
    {
      name: "pauses",
      field: "clock.pauses_while_waiting_for",
      meaning: "The only reasons for which the clock may stop",
    },
    { name: "within-p1", field: "clock.per_priority.P1.within", meaning: "Time allowed to the highest priority" },
    { name: "within-p2", field: "clock.per_priority.P2.within", meaning: "Time allowed to the second priority" },
    { name: "within-p3", field: "clock.per_priority.P3.within", meaning: "Time allowed to the third priority" },
    { name: "misses", field: "low_volume.misses", meaning: "Misses that a month with few records may have" },
    { name: "expected", meaning: "The share that must be in time" },
    { name: "minimum", meaning: "Below this share the level is missed" },
  ],
  needs: ["priorities", "waiting"],
  level: `title: Incidents resolved in time
measure: share in time
of: incidents
clock:
  starts: opened
  stops: resolved
  pauses_while_waiting_for: [client-answer]
  per_priority:
    P1: {within: 4h, calendar: always}
    P2: {within: 8h, calendar: business-hours}
    P3: {within: 3 business days, calendar: business-hours}
low_volume: {fewer_than: 20, then: allow misses, misses: 1}
expected: at least 95%
minimum: at least 90%
`,
};
