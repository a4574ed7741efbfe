import type { KeptShape } from "../library-shape.ts";

export const weightedByUsers: KeptShape = {
  id: "weighted-by-users",
  title: "Availability by user time",
  means:
    "An outage that hits few should cost little. Each outage says how many users it hit, and user time is lost instead of time.",
  parameters: [
    { name: "services", meaning: "The services that must all be up" },
    { name: "field", field: "weighted_by.field", meaning: "The field of the outage that says how many it hit" },
    { name: "users", field: "weighted_by.of", meaning: "How many users there are in all" },
    { name: "expected", meaning: "The share of user time that must be up" },
  ],
  level: `title: Availability of the booking system by user time
measure: share of time
of: outages
services: [booking]
where: {impact: [down, degraded]}
calendar: always
weighted_by: {field: users, of: 400}
expected: at least 99.90%
`,
};
