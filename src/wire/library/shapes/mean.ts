import type { KeptShape } from "../library-shape.ts";

export const meanOfClocks: KeptShape = {
  id: "mean",
  title: "Mean time",
  means:
    "The average is what was promised. A mean hides single long cases: add a level with a limit where none may drag on.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "priority", field: "where.priority", meaning: "The priority that is meant" },
    { name: "starts", field: "clock.starts", meaning: "The moment at which the clock starts" },
    { name: "stops", field: "clock.stops", meaning: "The moment at which the clock stops" },
    { name: "expected", meaning: "The mean that must not be exceeded" },
  ],
  needs: ["priorities"],
  level: `title: Mean time to resolve P1 incidents
measure: average
of: incidents
where: {priority: P1}
clock: {starts: opened, stops: resolved, calendar: always}
expected: at most 4h
`,
};
