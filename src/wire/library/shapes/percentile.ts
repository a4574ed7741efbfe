import type { KeptShape } from "../library-shape.ts";

export const percentileOfClocks: KeptShape = {
  id: "percentile",
  title: "The time that a share of the records keeps",
  means:
    "The time by which so many of all were done is what was promised. The slowest beyond that share do not matter.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "percent", meaning: "The share of the records that lies at or below the figure" },
    { name: "method", field: "percentile_method", meaning: "How a figure between two records is found" },
    { name: "expected", meaning: "The time by which that share must be done" },
  ],
  level: `title: Time by which most updates are done
measure: percentile
of: requests
clock: {starts: opened, stops: fulfilled, calendar: always}
percent: 95%
percentile_method: nearest rank
expected: at most 15m
`,
};
