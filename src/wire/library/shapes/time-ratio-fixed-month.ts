import type { KeptShape } from "../library-shape.ts";

export const timeRatioFixedMonth: KeptShape = {
  id: "time-ratio-fixed-month",
  title: "Availability over a month of fixed length",
  means: "Every month counts as equally long, as carriers have it, and each circuit has a figure of its own.",
  parameters: [
    { name: "month", field: "period.fixed", meaning: "The length that every month is given" },
    { name: "services", meaning: "The components promised, each alone" },
    { name: "expected", meaning: "The share of the fixed month that must be up" },
  ],
  needs: ["components"],
  level: `title: Availability of each circuit
measure: share of time
of: outages
services: [circuit-a, circuit-b]
judged_per: component
where: {impact: down}
calendar: always
period: {fixed: 43200m}
expected: at least 99.90%
`,
};
