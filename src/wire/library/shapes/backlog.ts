import type { KeptShape } from "../library-shape.ts";

export const backlogAtClose: KeptShape = {
  id: "backlog",
  title: "Open records at the end of the period",
  means: "Work must not pile up. What is still open when the period ends is counted, whenever it was opened.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "priority", field: "where.priority", meaning: "The priorities that are meant" },
    { name: "expected", meaning: "The highest number" },
  ],
  needs: ["priorities"],
  level: `title: Open incidents at the end of the month
measure: backlog
of: incidents
where: {priority: [P2, P3]}
expected: at most 25
`,
};
