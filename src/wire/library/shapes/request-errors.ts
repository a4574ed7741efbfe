import type { KeptShape } from "../library-shape.ts";

export const requestErrors: KeptShape = {
  id: "request-errors",
  title: "Mean error rate of short slots",
  means:
    "Availability as callers feel it: the error rate of each slot is taken, and the mean of the rates must stay low, so that a quiet night weighs as much as a busy noon.",
  parameters: [
    { name: "metric", field: "where.metric", meaning: "The metric that gives error rates" },
    { name: "slot", meaning: "The length of a slot" },
    { name: "period", field: "period.rolling", meaning: "How far the period reaches back" },
    { name: "expected", meaning: "The highest mean error rate" },
  ],
  level: `title: Failed requests to the booking interface
measure: average
of: samples
where: {metric: error rate}
value: value
calendar: always
slot: 5m
period: {rolling: 30 days}
expected: at most 0.1%
`,
};
