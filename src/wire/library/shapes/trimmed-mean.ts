import type { KeptShape } from "../library-shape.ts";

export const trimmedMean: KeptShape = {
  id: "trimmed-mean",
  title: "Mean without the slowest",
  means: "A few slow cases are accepted. The slowest share is ignored, and the mean is taken of the rest.",
  parameters: [
    { name: "metric", field: "where.metric", meaning: "The metric whose samples are read" },
    { name: "trim", meaning: "The share of the slowest that is ignored, rounded down" },
    { name: "expected", meaning: "The mean of the rest" },
  ],
  level: `title: Mean processing time without the slowest
measure: average
of: samples
where: {metric: processing time}
value: value
calendar: always
trim: 5%
expected: at most 3s
`,
};
