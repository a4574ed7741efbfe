import type { BaseDocument } from "../../agreement/document/credit-plan.ts";
import type { ContractDocument } from "../../agreement/document/document.ts";
import { entry } from "../../agreement/document/written.ts";
import type { CreditMonth } from "../../credit/run/month.ts";
import { shareText } from "../words/figure.ts";
import { all } from "../words/list.ts";
import { moneyText } from "../words/money.ts";
import type { BaseLine } from "./credit-report.ts";
import { moneyLine } from "./money-line.ts";
import { numberText, spoken } from "./step-words.ts";

/** The bases of a month with their amounts and what each is made of. */
export const baseLines = (month: CreditMonth, contract: ContractDocument): readonly BaseLine[] =>
  Object.entries(month.written.document.bases).map(([name, base]) => {
    const amount = month.statement.bases[name];
    return {
      name: spoken(name),
      amount: amount ? moneyLine(amount, month.written.currency) : null,
      made: madeOf(base, contract),
    };
  });

/** What a base is made of, in words. */
export function madeOf(base: BaseDocument, contract: ContractDocument): string {
  const scaled = [
    ...(base.share ? [`${shareText(base.share)} of`] : []),
    ...(base.divided_by ? [`1/${numberText(base.divided_by)} of`] : []),
  ];
  return [...scaled, sourceOf(base, contract)].join(" ");
}

function sourceOf(base: BaseDocument, contract: ContractDocument): string {
  if (base.charges) {
    const titles = base.charges.map((id) => entry(contract.charges, id)?.title ?? id);
    const part = base.part && base.part !== "whole" ? `, the part of the ${base.part}` : "";
    const prorated = base.prorated === "days" ? ", by days" : "";
    return `charges of the ${base.of ?? "month of the miss"} for ${all(titles)}${part}${prorated}`;
  }
  if (base.amount) return `the stated amount of ${moneyText(base.amount)}`;
  if (base.entered) return "the amount entered for each month";
  return base.sum ? `the sum of ${all(base.sum.map(spoken))}` : spoken(base.of ?? "nothing");
}
