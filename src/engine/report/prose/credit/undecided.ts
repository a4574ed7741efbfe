import { type PlanPart, part } from "./plan-text.ts";
import type { ToldPlan } from "./told-plan.ts";

/** What verdicts that decide nothing, and failures without a figure, mean for credits. */
export function undecidedPart({ plan }: ToldPlan): PlanPart {
  const picks = plan.awards.some(({ gives }) => gives.rows !== undefined && (gives.by ?? "figure") === "figure");
  const measures = plan.awards.some(({ gives }) => gives.shortfall !== undefined);
  return part("What is not judged", [
    "A result that is not rated is no failure.",
    undecided("undetermined", plan.undetermined),
    undecided("held", plan.held),
    ...(picks
      ? [
          "Where the figure picks a row, a failure without one, or one that only counts as missed, takes the row that gives most.",
        ]
      : []),
    ...(measures
      ? ["Where the distance of the figure to a mark counts, a failure without a figure gives nothing."]
      : []),
  ]);
}

const undecided = (verdict: string, said: "held" | "missed" | undefined): string =>
  said === "missed"
    ? `A result that is ${verdict} counts as missed.`
    : `For a result that is ${verdict} nothing is credited until it is decided.`;
