import type { KeptShape } from "../library-shape.ts";

export const sampleErrorRate: KeptShape = {
  id: "sample-error-rate",
  title: "Errors found in a sample",
  means: "Not everything is checked: a sample is drawn, and the share of errors in it is what counts.",
  parameters: [
    { name: "metric", field: "where.metric", meaning: "What is checked" },
    {
      name: "error",
      field: "good.value",
      meaning: "What a check says of an error: the field good names what is counted",
    },
    { name: "fewer-than", field: "low_volume.fewer_than", meaning: "A smaller sample says nothing" },
    { name: "expected", meaning: "The highest share of errors" },
  ],
  level: `title: Posting errors
measure: share of samples
of: samples
where: {metric: posting check}
good: {value: error}
calendar: always
low_volume: {fewer_than: 50, then: not rated}
expected: at most 5%
`,
};
