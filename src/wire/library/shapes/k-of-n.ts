import type { KeptShape } from "../library-shape.ts";

export const kOfN: KeptShape = {
  id: "k-of-n",
  title: "Availability of so many of several",
  means: "Parts stand in for one another. The service is up as long as at least so many of them are.",
  parameters: [
    { name: "at-least", field: "together.at_least", meaning: "How many must be up at the same time" },
    { name: "parts", field: "together.of", meaning: "The components that stand in for one another" },
    { name: "expected", meaning: "The share of the time in which enough are up" },
  ],
  needs: ["components"],
  level: `title: At least one circuit up
measure: share of time
of: outages
services: [circuit-a, circuit-b]
where: {impact: down}
calendar: always
together: {at_least: 1, of: [circuit-a, circuit-b]}
expected: at least 99.99%
`,
};
