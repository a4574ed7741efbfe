import type { KeptShape } from "../library-shape.ts";

export const timeToRestore: KeptShape = {
  id: "time-to-restore",
  title: "Mean time to restore",
  means: "Failures must be short on average: the service time of outages, each in the period in which it began.",
  parameters: [
    { name: "services", meaning: "The services that are meant" },
    { name: "calendar", meaning: "The hours that count as lost" },
    { name: "expected", meaning: "The mean that must not be exceeded" },
  ],
  level: `title: Time to restore the booking system
measure: time to restore
of: outages
services: [booking]
where: {impact: down}
calendar: always
expected: at most 2h
`,
};
