import type { CreditReport } from "../engine/report/credits/credit-report.ts";
import type { Report } from "../engine/report/report.ts";
import { cutTo, fill, widthOf } from "./text-width.ts";

/** The credits of a report for a terminal: each plan with its lines, the amounts in one column. */
export function creditTable({ credits = [] }: Report, width: number): readonly string[] {
  return credits.flatMap((plan) => {
    const rows = rowsOf(plan);
    const wide = Math.max(...rows.map(({ amount }) => widthOf(amount)));
    const room = Math.max(8, width - wide - gap);
    const head = cutTo(`${plan.title}, ${plan.label}: ${plan.answer}`, width);
    return ["", head, ...rows.map(({ amount, text }) => `${fill(amount, wide, "right")}  ${cutTo(text, room)}`)];
  });
}

const gap = 2;

interface Row {
  readonly amount: string;
  readonly text: string;
}

function rowsOf({ lines, credit, settlement, settled }: CreditReport): readonly Row[] {
  const own = lines.map(({ amount, levelTitle, group, state, reason }) => ({
    amount: amount.text,
    text: `${levelTitle}${group === null ? "" : `, ${group}`}: ${state}${reason === null ? "" : `. ${reason}`}`,
  }));
  const isSame = credit.value === settled.value;
  const after = isSame ? [] : settlement.map(({ gives, sentence }) => ({ amount: gives, text: sentence }));
  return [...own, { amount: credit.text, text: "Credit of the month" }, ...after];
}
