import { all } from "../words/list.ts";
import type { CreditReport } from "./credit-report.ts";

/** What is owed, for the sentence that a manager reads first: ` 17 820.50 GBP to be credited.`; nothing without plans. */
export function owedText(credits: readonly CreditReport[]): string {
  const owed = credits.filter(({ status }) => status === "owed");
  if (credits.length === 0) return "";
  if (owed.length === 0) return " No credit is owed.";
  const said = owed.map(({ credit, from }) => (owed.length === 1 ? credit.text : `${credit.text} by ${from}`));
  return ` ${all(said)} to be credited.`;
}
