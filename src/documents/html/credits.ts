import type { CreditLineReport, CreditReport, CreditStep } from "../../engine/report/credits/credit-report.ts";
import type { Report } from "../../engine/report/report.ts";
import { creditLists } from "./credit-lists.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { anchorOf, figure, name } from "./text.ts";

/** What is credited under each plan: amounts first, then why; every step and every stage can be opened. */
export function credits(report: Report): Markup {
  const plans = report.credits ?? [];
  if (plans.length === 0) return nothing;
  return html`<section class="chapter" id="credits"><h2>Credits <span class="side">${report.period.label}</span></h2>${plans.map((plan) => card(plan, report))}</section>`;
}

const card = (plan: CreditReport, report: Report): Markup =>
  html`<div class="card credit"><h3>${name(plan.title)}, ${plan.label} <span class="side">${name(plan.from)} to ${name(plan.to)}${
    plan.clause === null ? nothing : html`, ${name(plan.clause)}`
  }</span></h3>
<div class="big"><p>${figure(plan.credit.text)}</p><div><b>${plan.status}</b>${figure(plan.answer)}${settled(plan)}</div></div>
${plan.lines.length === 0 ? nothing : html`<ul class="credit-lines">${plan.lines.map((each) => line(each, report))}</ul>`}
${creditLists(plan)}
${trace(plan)}</div>`;

const settled = ({ credit, settled: now }: CreditReport): Markup =>
  credit.value === now.value ? nothing : html` Settled now: <b class="now">${figure(now.text)}</b>`;

const line = (each: CreditLineReport, report: Report): Markup =>
  html`<li><b class="amount">${figure(each.amount.text)}</b><div>${title(each, report)} <span class="quiet">${each.state}${
    each.figure === null ? nothing : html`, ${each.figure}`
  }</span>${each.reason === null ? nothing : html`<p>${each.reason}</p>`}${
    each.steps.length === 0
      ? nothing
      : html`<details><summary>${howMany(each.steps)}</summary>${steps(each.steps)}</details>`
  }</div></li>`;

/** The service level, with a link to its section where the report has one. */
function title({ level, levelTitle, group }: CreditLineReport, { agreements }: Report): Markup {
  const text = html`${name(levelTitle)}${group === null ? nothing : html`, ${name(group)}`}`;
  const own = agreements
    .flatMap(({ levels }) => levels)
    .find((each) => `${each.agreement}/${each.id}` === level && each.group === group);
  return own === undefined ? html`<b>${text}</b>` : html`<a href="#${anchorOf(own)}">${text}</a>`;
}

const howMany = ({ length }: readonly CreditStep[]): string =>
  length === 1 ? "How it is reached: 1 step" : `How it is reached: ${length} steps`;

/** Each rule with its sentence, what stands after it, and the exact number. */
export const steps = (all: readonly CreditStep[]): Markup =>
  html`<div class="scroll"><table class="plain"><thead><tr><th scope="col">Step</th><th scope="col" class="n">Amount after it</th><th scope="col" class="n">Exact</th></tr></thead><tbody>${all.map(
    ({ sentence, gives, exact }) =>
      html`<tr><td class="wrap">${name(figure(sentence))}</td><td class="n">${figure(gives)}</td><td class="n quiet">${exact}</td></tr>`,
  )}</tbody></table></div>`;

const trace = ({ trace: stages }: CreditReport): Markup =>
  stages.length === 0
    ? nothing
    : html`<details><summary>The whole calculation, stage by stage</summary><div class="scroll"><table class="plain stages"><thead><tr><th scope="col" class="n">Stage</th><th scope="col">What</th><th scope="col">Rule</th><th scope="col">Goes in</th><th scope="col">Comes out</th></tr></thead><tbody>${stages.map(
        ({ stage, name: what, rule, inputs, result }) =>
          html`<tr><td class="n">${stage}</td><td>${what}</td><td class="wrap">${name(rule)}</td><td class="wrap">${name(inputs)}</td><td class="wrap">${name(result)}</td></tr>`,
      )}</tbody></table></div></details>`;
