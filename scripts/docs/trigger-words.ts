import { code, table } from "./table.ts";

/** What a trigger can look at: how it is written, and when it is completed. */
export const triggerForms: readonly (readonly [yaml: string, means: string])[] = [
  [
    "in_a_row: 2",
    "A verdict in so many rated periods one after the other; `in_a_row: 1` for each. Verdicts: missed, unless `verdict` names another",
  ],
  ["times: 3, out_of: 6", "A verdict in so many of the newest rated periods, the newest one of them"],
  [
    "trend: {worse_in_a_row: 3, nearer_than: 1%}",
    "Each figure strictly worse than the one before, so many times; with `nearer_than` only while the newest is less than that from what is expected, on either side. Four figures get worse three times",
  ],
  [
    "trend: {periods: 6, reaches: expected, within: 3}",
    "The line of least squares through the newest six figures gets worse and is at the expected mark in three periods or fewer, while the newest figure still keeps it; `nearer_than` as above keeps out figures that scatter far from it",
  ],
  ["average: {periods: 3, below: 97%}", "The mean of the newest three figures, each period alike, is below the figure"],
  [
    "chronic: {outages: 3, within: 30 days}",
    "So many outages touch the 30 days that end when an outage ends, or when a period ends during one. One record is one outage",
  ],
  [
    "chronic: {downtime: 12h, within: 3 months}",
    "They took so much service time there; `more than 12h` where just so much is not enough",
  ],
  [
    "capacity: {reaches: 80%, within: 3 months, from: 6}",
    "The newest figure has reached 80%, or the line through up to six of the newest figures does so in time; three are needed",
  ],
  [
    "credits: {plan: p, at_least: {share: 50%, of: fees}}",
    "The credit of a month is at least a share of a base, or an amount of money; any credit without `at_least`. With `in_a_row`, or `times` and `out_of`, so many months",
  ],
  ["limit_reached: p", "A limit of the plan cut the credit of a month; counted as credits are"],
];

/** The introduction of the section on improvement. */
export const improvementIntro = `The section \`improvement\`. A trigger looks at one of these, and for each level, service or component by itself:

${table(
  ["Written", "Completed when"],
  triggerForms.map(([yaml, means]) => [code(yaml), means]),
)}
Every period that completes a trigger opens what it names, so the report of a period tells what that period completed.
A period that is not rated breaks no chain and is not counted. A figure that is undetermined or disputed is not known:
it breaks a row and leaves a mean open; a line passes over its place. Outages count unless the period is disputed or
not rated. An outage that lies wholly within others adds none, and time in which several services were down counts
once. A mean or a line compares only figures of one unit, and which way is worse is said by the marks of the level.
\`critical\` levels are those with a weight in a credit plan. Two triggers with the same title are an "either, or".`;
