import type { CreditLineReport, CreditReport, CreditStep } from "../../engine/report/credits/credit-report.ts";
import { figure } from "../html/text.ts";

/** The credits of each plan and month as they stand on paper; a plan that owes nothing and moved nothing is a sentence. */
export const creditsData = (credits: readonly CreditReport[]) => credits.map(creditData);

const creditData = (credit: CreditReport) => ({
  title: `${credit.title}, ${credit.label}`,
  side: [`${credit.from} to ${credit.to}`, ...(credit.clause === null ? [] : [credit.clause])].join(", "),
  status: credit.status,
  answer: figure(credit.answer),
  amount: figure(credit.credit.text),
  settled: credit.settled.value === credit.credit.value ? null : figure(credit.settled.text),
  details: isQuiet(credit) ? null : detailsOf(credit),
});

/** Nothing failed, and nothing became of it later. */
export const isQuiet = ({ lines, settlement, stated }: CreditReport): boolean =>
  lines.length === 0 && settlement.length <= 1 && stated.length === 0;

const detailsOf = (credit: CreditReport) => ({
  lines: credit.lines.map(lineData),
  sums: [
    { title: "From the lines to the credit", rows: isNothing(credit) ? [] : credit.afterwards.map(stepData) },
    { title: "What became of it", rows: isNothing(credit) ? [] : credit.settlement.map(stepData) },
  ].filter(({ rows }) => rows.length > 0),
  bases: (isNothing(credit) ? [] : credit.bases).map(({ name, made, amount }) => [
    name,
    made,
    amount === null ? "not known" : figure(amount.text),
  ]),
  weights: weightsData(credit),
  lists: [
    { title: "Stated", lines: credit.stated.map(figure) },
    { title: "Marks that rise", lines: credit.improvements.map(figure) },
  ].filter(({ lines }) => lines.length > 0),
  year: (credit.year.some((month) => Number(month.credit.value) !== 0) ? credit.year : []).map(
    ({ label, credit: { text } }) => [label, figure(text)],
  ),
});

/** Failures that give nothing, and nothing left from before. */
export const isNothing = ({ credit, settlement }: CreditReport): boolean =>
  Number(credit.value) === 0 && settlement.length <= 1;

const lineData = (line: CreditLineReport) => ({
  amount: figure(line.amount.text),
  title: line.group === null ? line.levelTitle : `${line.levelTitle}, ${line.group}`,
  state: line.figure === null ? line.state : `${line.state}, ${line.figure}`,
  steps: line.steps.map(stepData),
  reason: line.reason,
});

const stepData = ({ sentence, gives }: CreditStep): readonly [sentence: string, gives: string] => [
  figure(sentence),
  figure(gives),
];

function weightsData({ weights }: CreditReport) {
  if (weights === null) return null;
  const { setBy, since, noticeGiven, reason, divides, total, rule, shares } = weights;
  return {
    said: `Set by ${setBy}, in force since ${since}, notice given on ${noticeGiven}. ${reason}`,
    total: [
      `Together ${figure(total)} of ${divides || "the base"}`,
      ...(rule === "free" ? [] : [`agreed: ${rule}`]),
    ].join(", "),
    rows: shares.map(({ levelTitle, category, share }) => [
      category === null ? levelTitle : `${levelTitle} (${category})`,
      figure(share),
    ]),
  };
}
