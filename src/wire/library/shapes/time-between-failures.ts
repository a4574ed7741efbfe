import type { KeptShape } from "../library-shape.ts";

export const timeBetweenFailures: KeptShape = {
  id: "time-between-failures",
  title: "Mean time between failures",
  means: "Failures must be rare, whatever their length: up time over the failures that began in the period.",
  parameters: [
    { name: "services", meaning: "The services that must all be up" },
    { name: "calendar", meaning: "The hours that count as up time" },
    {
      name: "counted",
      field: "between_failures",
      meaning: "From the end of a failure to the next, or from start to start",
    },
    { name: "expected", meaning: "The mean that must be reached" },
  ],
  level: `title: Time between failures of the booking system
measure: time between failures
of: outages
services: [booking]
where: {impact: down}
calendar: always
between_failures: up time
expected: at least 240h
`,
};
