import type { KeptShape } from "../library-shape.ts";

export const rateOfRecords: KeptShape = {
  id: "rate",
  title: "Records of one kind per record of another",
  means:
    "Something must stay rare in proportion to something else, such as incidents per change. It is no share: there may be more of the one than of the other.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "divided-by", field: "divided_by.of", meaning: "The kind of record it is divided by" },
    { name: "expected", meaning: "The highest rate" },
  ],
  level: `title: Incidents per change
measure: rate
of: incidents
divided_by: {of: changes}
expected: at most 0.5
`,
};
