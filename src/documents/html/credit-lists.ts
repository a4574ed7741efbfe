import type { CreditReport, CreditStep } from "../../engine/report/credits/credit-report.ts";
import { isNothing } from "../pdf/credit-data.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { figure, name } from "./text.ts";

/** What stands behind the lines of a plan: from lines to credit, what became of it, bases, weights, the year so far. */
export const creditLists = (plan: CreditReport): Markup =>
  html`<div class="credit-lists">${[
    table("From the lines to the credit", stepRows(isNothing(plan) ? [] : plan.afterwards)),
    table("What became of it", stepRows(isNothing(plan) ? [] : plan.settlement)),
    table("Bases", isNothing(plan) ? [] : plan.bases.map(baseRow)),
    weights(plan),
    table("The contract year so far", yearRows(plan)),
    list("Stated", plan.stated),
    list("Marks that rise", plan.improvements),
  ]}</div>`;

type Row = readonly [words: Markup, amount: string];

const stepRows = (steps: readonly CreditStep[]): readonly Row[] =>
  steps.map(({ sentence, gives }) => [html`${name(figure(sentence))}`, figure(gives)]);

const baseRow = ({ name: base, made, amount }: CreditReport["bases"][number]): Row => [
  html`<b>${name(base)}</b><small>${name(made)}</small>`,
  amount === null ? "not known" : figure(amount.text),
];

/** Months of the contract year, once one of them gave something. */
const yearRows = ({ year }: CreditReport): readonly Row[] =>
  year.every(({ credit }) => Number(credit.value) === 0)
    ? []
    : year.map(({ label, credit }) => [html`${label}`, figure(credit.text)]);

const table = (title: string, rows: readonly Row[]): Markup =>
  rows.length === 0
    ? nothing
    : html`<div><h4>${title}</h4><table class="plain"><tbody>${rows.map(
        ([words, amount]) => html`<tr><td class="wrap">${words}</td><td class="n">${amount}</td></tr>`,
      )}</tbody></table></div>`;

function weights({ weights: set }: CreditReport): Markup {
  if (set === null) return nothing;
  const rows = set.shares.map(
    ({ levelTitle, category, share }): Row => [
      html`${name(levelTitle)}${category === null ? nothing : html` <span class="quiet">${name(category)}</span>`}`,
      figure(share),
    ],
  );
  return html`<div><h4>Weights <span class="side">together ${figure(set.total)}${set.rule === "free" ? nothing : html`, agreed: ${set.rule}`}</span></h4><p>Set by ${name(set.setBy)}, in force since ${set.since}, notice given on ${set.noticeGiven}. ${name(set.reason)}</p><table class="plain"><tbody>${rows.map(
    ([words, share]) => html`<tr><td class="wrap">${words}</td><td class="n">${share}</td></tr>`,
  )}</tbody></table></div>`;
}

const list = (title: string, lines: readonly string[]): Markup =>
  lines.length === 0
    ? nothing
    : html`<div class="prose"><h4>${title}</h4><ul>${lines.map((each) => html`<li>${name(figure(each))}</li>`)}</ul></div>`;
