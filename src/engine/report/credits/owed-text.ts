import { all } from "../words/list.ts";
import type { CreditReport } from "./credit-report.ts";

/**
 * What is owed, for the sentence that a manager reads first: ` 17 820.50 GBP to be credited.`, and what a supplier wins
 * back; nothing without plans.
 */
export function owedText(credits: readonly CreditReport[]): string {
  if (credits.length === 0) return "";
  const owed = credits.filter(({ status }) => status === "owed");
  const back = credits.filter(({ settled }) => settled.value.startsWith("-"));
  const said = owed.map(({ credit, from }) => (owed.length === 1 ? credit.text : `${credit.text} by ${from}`));
  const won = back.map(({ settled, from }) => `${settled.text.replace(/^-/, "")} to ${from}`);
  return [
    said.length === 0 ? " No credit is owed." : ` ${all(said)} to be credited.`,
    ...(won.length === 0 ? [] : [` Won back: ${all(won)}.`]),
  ].join("");
}
