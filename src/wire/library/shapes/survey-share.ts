import type { KeptShape } from "../library-shape.ts";

export const surveyShare: KeptShape = {
  id: "survey-share",
  title: "Share of satisfied answers",
  means: "People are asked, and so many of the answers must be good ones. Too few answers say nothing.",
  parameters: [
    { name: "question", field: "where.question", meaning: "The question that is meant" },
    { name: "good", field: "good.score", meaning: "The score of a good answer" },
    { name: "scale-from", field: "scale.from", meaning: "The lowest score there is" },
    { name: "scale-to", field: "scale.to", meaning: "The highest score there is" },
    { name: "fewer-than", field: "low_volume.fewer_than", meaning: "Fewer answers than this wait for the next period" },
    { name: "expected", meaning: "The share of answers that must be good" },
    { name: "minimum", meaning: "Below this share the level is missed" },
  ],
  level: `title: Satisfaction of users
measure: share of answers
of: surveys
where: {question: overall}
good: {score: at least 4}
scale: {from: 1, to: 5}
low_volume: {fewer_than: 30, then: join next period}
expected: at least 85%
minimum: at least 75%
`,
};
