import type { LevelReport, Term } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { figure, name } from "./text.ts";

/** The clause as a contract says it, beside the terms it was written from. */
export function definition({ prose }: LevelReport): Markup {
  const own = prose.terms.filter((term) => term.about === "level" || (term.written && term.about === "rule"));
  return html`<div class="card definition"><div class="prose"><h3>Definition <span class="side">written from the terms</span></h3>
<blockquote>${name(figure(prose.definition))}</blockquote>
<p class="formula">${figure(prose.formula)}</p>
${times(prose.times)}
${block("Clock", prose.clock)}${block("Not counted", prose.exclusions)}${block("Verdict", [...prose.judging, prose.rounding])}</div>
<div class="terms"><h3>Terms <span class="side">all others are in Terms in force</span></h3><dl>${own.map(termRow)}</dl></div></div>`;
}

function times(rows: LevelReport["prose"]["times"]): Markup {
  if (rows.length === 0) return nothing;
  return html`<table class="times"><thead><tr><th scope="col">Records</th><th scope="col">Within</th><th scope="col">Counted in</th></tr></thead><tbody>${rows.map(
    (row) =>
      html`<tr><th scope="row">${name(row.name)}</th><td>${figure(row.within)}</td><td class="wrap">${name(row.calendar)}</td></tr>`,
  )}</tbody></table>`;
}

const block = (title: string, sentences: readonly string[]): Markup =>
  sentences.length === 0
    ? nothing
    : html`<h4>${title}</h4><ul>${sentences.map((sentence) => html`<li>${name(figure(sentence))}</li>`)}</ul>`;

const termRow = (term: Term): Markup => html`<div><dt>${term.name}</dt><dd>${name(figure(term.value))}</dd></div>`;
