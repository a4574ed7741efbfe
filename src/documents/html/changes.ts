import type { ChangedTerm, ChangeLine } from "../../engine/report/changes/change-line.ts";
import type { Report } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { figure, name } from "./text.ts";

/** What changed in the agreement, and what is signed and coming; nothing where neither is. */
export function changes({ changes: lines = [] }: Report): Markup {
  if (lines.length === 0) return nothing;
  return html`<section class="chapter" id="changes"><h2>What changed in the agreement <span class="side">${sizeOf(lines)}</span></h2>${lines.map(card)}</section>`;
}

function sizeOf(lines: readonly ChangeLine[]): string {
  const coming = lines.filter(({ kind }) => kind === "coming").length;
  const parts = [
    ...(lines.length > coming ? [`${lines.length - coming} in force`] : []),
    ...(coming > 0 ? [`${coming} signed and coming`] : []),
  ];
  return parts.join(", ");
}

const card = (line: ChangeLine): Markup =>
  html`<div class="card change"><h3>${name(line.title)} <span class="side">${line.versions ?? nothing}</span></h3><p>${whenOf(line)}${
    line.reaches === null ? nothing : html` It holds for the clocks of ${line.reaches}.`
  }${line.by === null ? nothing : html` ${name(line.by)}`}</p>${
    line.reason === null ? nothing : html`<p class="why">${name(line.reason)}</p>`
  }${what(line)}<p class="quiet">${sourceOf(line)}</p></div>`;

const whenOf = ({ kind, when }: ChangeLine): Markup =>
  kind === "coming" ? html`<b>Comes into force on ${when}.</b>` : html`<b>In force from ${when}.</b>`;

function what({ what: terms }: ChangeLine): Markup {
  if (terms.length === 0)
    return html`<p class="quiet">No term that this report measures or states reads otherwise.</p>`;
  return html`<div class="scroll"><table class="plain"><thead><tr><th scope="col">Of</th><th scope="col">Term</th><th scope="col">Before</th><th scope="col">After</th></tr></thead><tbody>${terms.map(
    (term, index) => row(term, terms[index - 1] ?? null),
  )}</tbody></table></div>`;
}

/** What a row is of shows once where the row above it is of the same. */
const row = ({ of, term, before, after }: ChangedTerm, above: ChangedTerm | null): Markup =>
  html`<tr><td class="wrap${above?.of === of ? " again" : ""}">${name(of)}</td><td class="wrap">${name(term)}</td><td class="wrap">${cell(before)}</td><td class="wrap"><b>${cell(after)}</b></td></tr>`;

/** A dash for what is not there, read out as such. */
const cell = (value: string | null): Markup =>
  value === null ? html`<span aria-label="not there">–</span>` : name(figure(value));

const sourceOf = ({ source: { id, clause } }: ChangeLine): Markup =>
  html`${name(id)}${clause === null ? nothing : html`, ${name(clause)}`}`;
