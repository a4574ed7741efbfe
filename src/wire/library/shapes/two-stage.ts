import type { KeptShape } from "../library-shape.ts";

export const twoStage: KeptShape = {
  id: "two-stage",
  title: "Most soon, and none later than",
  means: "Most records must keep a short time, and the rest a longer one. All stages must hold.",
  parameters: [
    { name: "priority", field: "where.priority", meaning: "The priority that is meant" },
    { name: "calendar", field: "clock.calendar", meaning: "The hours in which the clock runs" },
    { name: "within", field: "stages.0.within", meaning: "The time that most must keep" },
    { name: "expected", field: "stages.0.expected", meaning: "How many most are" },
    { name: "limit", field: "stages.1.within", meaning: "The time that all must keep" },
    { name: "expected-limit", field: "stages.1.expected", meaning: "How many all are" },
  ],
  needs: ["priorities"],
  level: `title: Restoration after P1 incidents
measure: share in time
of: incidents
where: {priority: P1}
clock: {starts: opened, stops: resolved, calendar: business-hours}
stages:
  - {within: 2h, expected: at least 95%}
  - {within: 4h, expected: at least 100%}
`,
};
