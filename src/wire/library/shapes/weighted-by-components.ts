import type { KeptShape } from "../library-shape.ts";

export const weightedByComponents: KeptShape = {
  id: "weighted-by-components",
  title: "Availability by component time",
  means:
    "Many equal parts make the service, such as tills, sites or circuits. The time of all of them is added, and one that fails takes its own part away.",
  parameters: [
    { name: "services", meaning: "The components, each with the same weight" },
    { name: "expected", meaning: "The share of component time that must be up" },
  ],
  needs: ["components"],
  level: `title: Availability of the circuits, added up
measure: share of time
of: outages
services: [circuit-a, circuit-b]
where: {impact: down}
calendar: always
overlaps: added
expected: at least 99.90%
`,
};
