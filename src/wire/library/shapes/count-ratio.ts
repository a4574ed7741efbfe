import type { KeptShape } from "../library-shape.ts";

export const countRatio: KeptShape = {
  id: "count-ratio",
  title: "Good records over all records",
  means:
    "Every record is good or it is not, and no clock is needed to say so: changes that succeed, first-contact solutions, reports without an error. For a share of bad records say what is bad under good, and promise at most.",
  parameters: [
    { name: "of", meaning: "The kind of record that is counted" },
    { name: "good", field: "good.outcome", meaning: "What a good record has in the field outcome" },
    { name: "left-out", field: "except.0.where.closed_as", meaning: "Records that never count" },
    { name: "counted-by", field: "counted_by", meaning: "The moment that puts a record into a month" },
    { name: "expected", meaning: "The share that must be good" },
    { name: "minimum", meaning: "Below this share the level is missed" },
  ],
  level: `title: Successful changes
measure: share of records
of: changes
except:
  - {because: Withdrawn before the work began, where: {closed_as: withdrawn}}
good: {outcome: successful}
counted_by: implemented
low_volume: {fewer_than: 10, then: join next period}
expected: at least 97%
minimum: at least 94%
`,
};
