import type { Term } from "../../../agreement/document/written.ts";
import { exactDecimal } from "../../../number/decimal.ts";
import type { Fraction } from "../../../number/fraction.ts";
import { counted } from "../../words/list.ts";

/** A factor or a count as it is written: `1.5`; a fraction where no decimal ends. */
export const plain = (value: Fraction): string => exactDecimal(value) ?? `${value.n}/${value.d}`;

/** `1st`, `2nd`, `3rd`, `4th`, `11th`. */
export function ordinal(count: number): string {
  const teen = count % 100 >= 11 && count % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][count % 10] ?? "th");
  return `${count}${ending}`;
}

/** `once`, `twice`, `3 times`. */
export const often = (count: number): string => ["never", "once", "twice"][count] ?? `${count} times`;

/** The time as it is counted; a day that is begun counts whole. */
export function daysText(term: Term): string {
  if (term.kind === "months") return counted(term.count, "calendar month");
  if (term.kind === "business days") return `${counted(term.count, "business day")} (Monday to Friday)`;
  return counted(term.kind === "time" ? Math.ceil(term.seconds / 86_400) : term.count, "calendar day");
}
