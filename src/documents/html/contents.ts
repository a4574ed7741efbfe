import type { Report } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { shape } from "./status.ts";
import { anchorOf, name, titleOf } from "./text.ts";

/** The list of everything in the report; service levels with the shape of their verdict. */
export function contents(report: Report): Markup {
  return html`<nav class="contents" aria-label="Contents">
<p class="brand">${mark}<span>${name(report.contract.client)}<small>${report.period.label}</small></span></p>
<ul><li><a href="#summary">Summary</a></li><li><a href="#scorecard">Scorecard</a></li>${report.credits?.length ? html`<li><a href="#credits">Credits</a></li>` : nothing}</ul>
${report.agreements.map(
  (agreement) =>
    html`<p class="cap">${name(agreement.title)}</p><ul class="levels">${agreement.levels.map(
      (level) =>
        html`<li><a href="#${anchorOf(level)}">${shape(level.verdict)}<span>${titleOf(level)}</span><span class="hidden">, ${level.verdict}</span></a></li>`,
    )}</ul>`,
)}
<p class="cap">Behind the figures</p>
<ul>${chaptersOf(report).map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul>
</nav>`;
}

/** Chapters after the service levels by id; changes of the agreement only where there are any. */
const chaptersOf = ({ changes = [] }: Report): readonly (readonly [id: string, title: string])[] => [
  ...(changes.length > 0 ? [["changes", "Changes of the agreement"] as const] : []),
  ["findings", "Findings"],
  ["completeness", "Completeness"],
  ["calendars", "Calendars"],
  ["terms", "Terms in force"],
  ["glossary", "Glossary"],
];

const mark = html`<svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M1.5 4.2h15" stroke="currentColor" stroke-width="2.6" stroke-linecap="round"/><path d="M4.5 7.5v8M9 7.5v8M13.5 7.5v5" stroke="var(--accent)" stroke-width="2.2" stroke-linecap="round"/></svg>`;
