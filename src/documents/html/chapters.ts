import type { FindingLine, Report } from "../../engine/report/report.ts";
import { html, type Markup, nothing, trusted } from "./markup.ts";
import { count, figure, name } from "./text.ts";

/** What is odd in the data or in the agreement, errors first. */
export function findings({ findings: lines }: Report): Markup {
  const total = lines.reduce((sum, line) => sum + line.count, 0);
  const side =
    lines.length === 0 ? "" : `${count(total)} in ${lines.length === 1 ? "1 kind" : `${lines.length} kinds`}`;
  return html`<section class="chapter" id="findings"><h2>Findings <span class="side">${side}</span></h2><div class="card">${
    lines.length === 0
      ? html`<p class="empty">Nothing odd was found in the data or in the agreement.</p>`
      : html`<table class="plain"><thead><tr><th scope="col">Weight</th><th scope="col">Finding</th><th scope="col">Where first</th><th scope="col" class="n">Times</th></tr></thead><tbody>${lines.map(finding)}</tbody></table>`
  }</div></section>`;
}

const weights: Readonly<Record<FindingLine["weight"], string>> = {
  error: '<path d="M6 .4L11.6 6 6 11.6.4 6z" fill="currentColor"/>',
  warning:
    '<path d="M6 1.2L11.2 10.6H.8z" fill="none" stroke="currentColor" stroke-width="1.3" stroke-linejoin="round"/>',
  note: '<circle cx="6" cy="6" r="5.2" fill="none" stroke="currentColor" stroke-width="1.3"/>',
};

const finding = ({ weight, sentence, where, count: times, code }: FindingLine): Markup =>
  html`<tr><td><span class="status w-${weight}"><svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">${trusted(weights[weight])}</svg><span>${weight}</span></span></td><td class="wrap">${name(sentence)}<small class="code">${code}</small></td><td class="wrap">${name(where)}</td><td class="n">${count(times)}</td></tr>`;

/** Every file that was read: rows in, and what became of each of them. */
export function completeness({ files }: Report): Markup {
  const sum = (key: "rows" | "used" | "repeated" | "held" | "left"): number =>
    files.reduce((total, file) => total + file[key], 0);
  const open = files.filter(({ rows, used, repeated, held, left }) => rows !== used + repeated + held + left);
  const verdict =
    open.length === 0
      ? "Every row that was read is accounted for."
      : `Rows do not add up in ${open.map(({ file }) => file).join(", ")}.`;
  return html`<section class="chapter" id="completeness"><h2>Completeness <span class="side">${files.length === 0 ? "no files were read" : verdict}</span></h2>${
    files.length === 0
      ? nothing
      : html`<div class="card"><div class="scroll"><table class="plain"><thead><tr><th scope="col">File</th><th scope="col" class="n">Rows</th><th scope="col" class="n">Used</th><th scope="col" class="n">Repeated</th><th scope="col" class="n">Held back</th><th scope="col" class="n">Left out</th><th scope="col" class="n">Adds up</th></tr></thead><tbody>${files.map(
          (file) =>
            html`<tr><td class="wrap">${name(file.file)}</td>${[file.rows, file.used, file.repeated, file.held, file.left].map((each) => html`<td class="n">${count(each)}</td>`)}<td class="n">${open.includes(file) ? html`<b class="over">no</b>` : "yes"}</td></tr>`,
        )}</tbody><tfoot><tr><th scope="row">All files</th>${(["rows", "used", "repeated", "held", "left"] as const).map((key) => html`<td class="n">${count(sum(key))}</td>`)}<td class="n">${open.length === 0 ? "yes" : html`<b class="over">no</b>`}</td></tr></tfoot></table></div></div>`
  }</section>`;
}

/** The calendars that decided which time counts, and the days of the period that were not like others. */
export function calendars({ calendars: lines, period }: Report): Markup {
  return html`<section class="chapter" id="calendars"><h2>Calendars <span class="side">${period.label}</span></h2><div class="grid">${lines.map(
    (line) =>
      html`<div class="card calendar"><h3>${name(line.title)} <span class="side">${line.open} of service time</span></h3><p>${name(line.hours)}</p>${
        line.special.length === 0
          ? html`<p class="quiet">No special days in this period.</p>`
          : html`<table class="plain"><thead><tr><th scope="col">Day</th><th scope="col">Name</th><th scope="col" class="n">Open</th></tr></thead><tbody>${line.special.map(
              (day) =>
                html`<tr><td>${day.day}</td><td class="wrap">${name(day.name)}</td><td class="n">${day.open}</td></tr>`,
            )}</tbody></table>`
      }</div>`,
  )}</div></section>`;
}

export const glossary = ({ glossary: words }: Report): Markup =>
  html`<section class="chapter" id="glossary"><h2>Glossary</h2><div class="card"><dl class="glossary">${words.map(
    ({ word, meaning }) => html`<div><dt>${word}</dt><dd>${meaning}</dd></div>`,
  )}</dl></div></section>`;

/** What made the report, so that it can be made again. */
export const colophon = ({ made, contract, period }: Report): Markup =>
  html`<footer>${name(contract.title)}, ${period.label}. Made by ${made.engine} with time zone data ${made.zoneData}, as known on ${figure(made.asKnown)}. The same agreement and the same records make the same report, byte for byte.</footer>`;
