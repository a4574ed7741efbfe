import type { CreditMonth } from "../../credit/run/month.ts";
import type { StageLine } from "./credit-report.ts";

const names: Readonly<Record<number, string>> = {
  0: "Weights in force",
  1: "Bases",
  3: "Verdicts",
  5: "Claims and counts",
  6: "One event",
  7: "Awards",
  8: "Factors",
  9: "Caps of lines",
  10: "Sum",
  11: "Points",
  12: "Override",
  13: "Limit of the month",
  14: "Minimum",
  15: "Limits of quarter and year",
  16: "Offsets",
  17: "Rounding",
};

/** Every stage in the order in which it was taken, with exact numbers. */
export const stageLines = ({ statement }: CreditMonth): readonly StageLine[] =>
  statement.trace.map(({ stage, rule, inputs, result }) => ({
    stage,
    name: names[stage] ?? String(stage),
    rule,
    inputs: listed(inputs),
    result: listed(result),
  }));

const listed = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
