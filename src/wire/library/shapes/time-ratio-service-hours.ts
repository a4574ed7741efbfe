import type { KeptShape } from "../library-shape.ts";

export const timeRatioServiceHours: KeptShape = {
  id: "time-ratio-service-hours",
  title: "Availability in service hours",
  means:
    "A service is promised only while people work. Downtime outside of the calendar costs nothing, and holidays are no service time.",
  parameters: [
    { name: "services", meaning: "The services that must all be up" },
    { name: "calendar", meaning: "The hours in which availability is promised" },
    { name: "expected", meaning: "The share of the service hours that must be up" },
    {
      name: "compare-at",
      field: "compare_at",
      meaning: "To how many places the figure is rounded before it is compared",
    },
  ],
  level: `title: Availability of the booking system in business hours
measure: share of time
of: outages
services: [booking]
where: {impact: down}
calendar: business-hours
compare_at: 2 decimals
expected: at least 99.50%
`,
};
