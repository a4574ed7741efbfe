import type { KeptShape } from "../library-shape.ts";

export const rollingAverage: KeptShape = {
  id: "rolling-average",
  title: "Average of several months",
  means:
    "One bad month may be made good by the next. The figure is the average of the newest months, or of those there are.",
  parameters: [
    { name: "services", meaning: "The services that must all be up" },
    { name: "periods", field: "averaged_over", meaning: "How many periods are averaged, the newest included" },
    { name: "expected", meaning: "The average that must be reached" },
  ],
  level: `title: Availability of the booking system over two months
measure: share of time
of: outages
services: [booking]
where: {impact: down}
calendar: always
averaged_over: 2 periods
expected: at least 99.90%
`,
};
