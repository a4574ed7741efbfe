import type { KeptShape } from "../library-shape.ts";

export const countLimit: KeptShape = {
  id: "count-limit",
  title: "No more than so many",
  means: "Something may happen only so often in a period, or not at all, however much else there was.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "priority", field: "where.priority", meaning: "The priority that is meant" },
    { name: "counted-by", field: "counted_by", meaning: "The moment that puts a record into a month" },
    { name: "expected", meaning: "The highest number" },
  ],
  needs: ["priorities"],
  level: `title: P1 incidents
measure: number
of: incidents
where: {priority: P1}
counted_by: opened
expected: at most 2
`,
};
