import type { AgreementReport, LevelReport, Report } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { sparkline } from "./sparkline.ts";
import { status } from "./status.ts";
import { anchorOf, count, figure, name, titleOf } from "./text.ts";

/** Every service level in a row: verdict, figure, targets, misses, and how it went before. */
export function scorecard(report: Report): Markup {
  return html`<section id="scorecard" aria-label="Scorecard">${report.agreements.map(table)}</section>`;
}

function table(agreement: AgreementReport): Markup {
  const periods = Math.max(...agreement.levels.map(({ trend }) => trend.length), 0);
  return html`<div class="card scorecard">
<h2>${name(agreement.title)} <span class="side">${agreement.kind}, ${name(agreement.provider)} for ${name(agreement.customer)}, ${agreement.version}</span></h2>
<table>
<thead><tr><th scope="col">Verdict</th><th scope="col">Service level</th><th scope="col" class="n">Figure</th><th scope="col" class="n">Expected</th><th scope="col" class="n">Minimum</th><th scope="col" class="n">Misses</th><th scope="col" class="trend">${periods < 2 ? "Trend" : `${periods} periods`}</th></tr></thead>
<tbody>${agreement.levels.map(row)}</tbody>
</table>
</div>`;
}

function row(level: LevelReport): Markup {
  const stages = level.stages.map(
    ({ title, expected }) => html`<span class="step">${figure(expected)} ${figure(title)}</span>`,
  );
  const expected = level.stages.length > 0 ? html`${stages}` : targetCell(level.expected);
  return html`<tr>
<td class="verdict">${status(level.verdict)}</td>
<th scope="row" class="what"><a href="#${anchorOf(level)}">${titleOf(level)}</a>${level.clause === null ? nothing : html`<small>${name(level.clause)}</small>`}</th>
<td class="n size"><a class="figure" href="#${anchorOf(level)}">${figure(level.figure.text)}</a><small>${figure(level.figure.of ?? "")}</small></td>
<td class="n target"><i>expected </i>${expected}</td>
<td class="n target${level.minimum === null ? " empty" : ""}"><i>minimum </i>${targetCell(level.minimum)}</td>
<td class="n misses${level.allowance === null ? " empty" : ""}"><i>misses </i>${misses(level)}</td>
<td class="trend">${sparkline(level)}</td>
</tr>`;
}

function targetCell(text: string | null): Markup {
  if (text === null) return html`<span class="quiet">–</span>`;
  const [, words, size] = /^(at least|at most|less than|more than) (.*)$/.exec(text) ?? [];
  return words === undefined || size === undefined
    ? html`${text}`
    : html`<span class="words">${words} </span>${figure(size)}`;
}

function misses({ allowance }: LevelReport): Markup {
  if (allowance === null) return html`<span class="quiet">–</span>`;
  const over = allowance.misses > allowance.allowed ? "over" : "";
  return html`<b class="${over}">${count(allowance.misses)}</b><small>of ${count(allowance.allowed)}</small>`;
}
