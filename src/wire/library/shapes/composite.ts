import type { KeptShape } from "../library-shape.ts";

export const composite: KeptShape = {
  id: "composite",
  title: "One score from several levels",
  means: "A board wants one figure. Each level gives points for its verdict, and a share says how much it weighs.",
  parameters: [
    { name: "share-availability", field: "parts.availability", meaning: "Weight of the first level" },
    {
      name: "share-resolution",
      field: "parts.resolution",
      meaning: "Weight of the second level; all shares add up to the whole",
    },
    { name: "met", field: "points.met", meaning: "Points of a level that was met" },
    { name: "at-minimum", field: "points.at minimum", meaning: "Points of a level at its minimum" },
    { name: "missed", field: "points.missed", meaning: "Points of a level that was missed" },
    { name: "expected", meaning: "The score that must be reached" },
    { name: "minimum", meaning: "Below this score the level is missed" },
  ],
  level: `title: Overall service score
measure: score
parts:
  availability: 60%
  resolution: 40%
points: {met: 100, at minimum: 60, missed: 0}
left_out: shared among the others
expected: at least 90
minimum: at least 75
`,
  beside: `availability:
  title: Availability of the booking system
  measure: share of time
  of: outages
  services: [booking]
  where: {impact: down}
  calendar: always
  expected: at least 99.90%
  minimum: at least 99.50%
resolution:
  title: Incidents resolved in time
  measure: share in time
  of: incidents
  clock: {starts: opened, stops: resolved, within: 8h, calendar: business-hours}
  expected: at least 95%
  minimum: at least 90%
`,
};
