import type { KeptShape } from "../library-shape.ts";

export const sampleShare: KeptShape = {
  id: "sample-share",
  title: "Samples on the right side of a limit",
  means:
    "A value is read at intervals and must mostly keep within a limit: headroom, load, response time. Samples that are missing count as unknown.",
  parameters: [
    { name: "metric", field: "where.metric", meaning: "The metric whose samples are read" },
    { name: "limit", field: "good.value", meaning: "The limit that a good sample keeps" },
    { name: "every", field: "sampled_every", meaning: "How often a sample is taken" },
    { name: "complete-from", field: "complete_from", meaning: "With fewer samples than this there is no verdict" },
    { name: "calendar", meaning: "The hours in which samples count" },
    { name: "expected", meaning: "The share of samples that must be good" },
  ],
  level: `title: Headroom of the booking storage
measure: share of samples
of: samples
where: {metric: storage used}
good: {value: at most 80%}
calendar: always
sampled_every: 5m
complete_from: 95%
expected: at least 98%
`,
};
