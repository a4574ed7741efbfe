import type { KeptShape } from "../library-shape.ts";

export const callsAnswered: KeptShape = {
  id: "calls-answered",
  title: "Calls answered in time",
  means:
    "A telephone queue. What becomes of callers who give up must be written, since desks count them in three ways.",
  parameters: [
    { name: "queue", field: "where.queue", meaning: "The queue that is meant" },
    { name: "too-short", field: "except.0.where.waited", meaning: "Callers who hang up this early never count" },
    { name: "within", field: "clock.within", meaning: "The time in which a call must be answered" },
    { name: "calendar", field: "clock.calendar", meaning: "The hours of the desk" },
    { name: "abandoned", meaning: "Callers who give up: missed, left out or answered" },
    { name: "expected", meaning: "The share that must be in time" },
    { name: "minimum", meaning: "Below this share the level is missed" },
  ],
  level: `title: Calls answered in time
measure: share in time
of: calls
where: {queue: service desk}
except:
  - {because: The caller hung up at once, where: {outcome: abandoned, waited: less than 10s}}
clock: {starts: queued, stops: answered, within: 30s, calendar: business-hours}
abandoned: missed
expected: at least 85%
minimum: at least 80%
`,
};
