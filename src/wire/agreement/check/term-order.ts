import { type Day, writeDay } from "../../../engine/time/civil.ts";
import type { Complaint } from "../problem.ts";
import { atValue, type Rule } from "./rule.ts";

/** Nothing ends before it begins, and agreements begin within the contract. */
export const termOrder: Rule = ({ contract, agreements, credit_plans }) => {
  const sections = [
    { path: ["contract"], from: contract.from, until: contract.until },
    ...Object.entries(agreements).map(([id, { from, until }]) => ({ path: ["agreements", id], from, until })),
    ...Object.entries(credit_plans).map(([id, { from, until }]) => ({ path: ["credit_plans", id], from, until })),
  ];
  return sections.flatMap(({ path, from, until }): readonly Complaint[] => {
    if (until !== undefined && until < from) return [reversed(path, from, until)];
    if (from <= contract.until) return [];
    const message = `${writeDay(from)} is after the last day of the contract, ${writeDay(contract.until)}.`;
    return [
      atValue([...path, "from"], { code: "outside-term", message, way_out: "Begin earlier, or extend the contract." }),
    ];
  });
};

function reversed(path: readonly string[], from: Day, until: Day): Complaint {
  const message = `${writeDay(until)} is before ${writeDay(from)}, the first day.`;
  return atValue([...path, "until"], { code: "ends-before-it-begins", message, way_out: "Exchange from and until." });
}
