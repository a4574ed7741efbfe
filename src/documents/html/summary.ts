import type { Verdict } from "../../engine/agreement/words.ts";
import type { LevelReport, Report } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { shape, status } from "./status.ts";
import { anchorOf, figure, longDate, name, titleOf } from "./text.ts";

/** The answer in one sentence, the reason in a line, and whose report it is. */
export function summary(report: Report): Markup {
  const { contract, period } = report;
  return html`<header class="answer" id="summary">
<p class="kicker">${name(contract.title)}${contract.reference === null ? nothing : html` · ${name(contract.reference)}`}</p>
<h1>${report.answer}</h1>
<p class="because">${figure(report.because)}</p>
<ul class="counts" aria-label="Verdicts">${counts(report)}</ul>
<dl class="facts">
<div><dt>Client</dt><dd>${name(contract.client)}</dd></div>
<div><dt>Supplier</dt><dd>${name(contract.supplier)}</dd></div>
<div><dt>Period</dt><dd>${longDate(period.from)} to ${longDate(period.until)}</dd></div>
<div><dt>All times in</dt><dd>${period.zone}</dd></div>
</dl>
</header>`;
}

const order: readonly Verdict[] = ["met", "at minimum", "missed", "undetermined", "held", "not rated"];

const counts = (report: Report): readonly Markup[] =>
  order
    .filter((verdict) => report.counts[verdict] > 0)
    .map((verdict) => html`<li>${shape(verdict)}<b>${report.counts[verdict]}</b> ${verdict}</li>`);

/** The levels that were not simply met, each with its reason in a sentence. */
export function attention(report: Report): Markup {
  const levels = report.agreements.flatMap((agreement) => agreement.levels);
  const odd = (["missed", "at minimum", "undetermined", "held"] as const).flatMap((verdict) =>
    levels.filter((level) => level.verdict === verdict),
  );
  if (odd.length === 0) return nothing;
  return html`<section class="card attention" aria-labelledby="attention"><h2 id="attention">Not met, or not decided <span class="side">${odd.length} of ${levels.length} service levels</span></h2><ul>${odd.map(item)}</ul></section>`;
}

const item = (level: LevelReport): Markup =>
  html`<li><div>${status(level.verdict)}</div><div><a href="#${anchorOf(level)}">${titleOf(level)}</a><p>${figure(level.reason)}</p></div></li>`;
