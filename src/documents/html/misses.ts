import type { LevelReport, MissLine } from "../../engine/report/report.ts";
import { clockBar } from "./clock-bar.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { count, name } from "./text.ts";

/** The records that were missed, newest first, each opening its clock. */
export function misses(level: LevelReport): Markup {
  if (level.misses.length === 0) return nothing;
  const total = level.misses.length;
  const more = total - level.missesDrawn;
  const shown = more === 0 ? "newest first" : `the newest ${level.missesDrawn} shown`;
  return html`<div class="card misses"><h3>${total === 1 ? "1 miss" : `${count(total)} misses`} <span class="side">${shown}</span></h3>
<div class="row head" aria-hidden="true"><span>Record</span><span>Opened</span><span>Judged</span><span class="n">Time used</span><span class="n">Over</span><span>Reason</span></div>
${level.misses.slice(0, level.missesDrawn).map((miss, index) => item(miss, index))}
${more === 0 ? nothing : html`<p class="more">${count(more)} more are in the data of this report (JSON and CSV).</p>`}</div>`;
}

function item(miss: MissLine, index: number): Markup {
  const cells = html`<span class="record">${name(miss.record)}</span><span class="when"><i>opened </i>${miss.opened ?? "–"}</span><span class="when"><i>judged </i>${miss.judged}</span><span class="n">${miss.elapsed || "–"}${
    miss.allowed === null ? nothing : html`<small>of ${miss.allowed}</small>`
  }</span><span class="n overrun">${miss.over === "" ? html`<span class="quiet">–</span>` : miss.over}</span><span class="why">${name(miss.reason)}</span>`;
  if (miss.segments.length === 0) return html`<div class="row">${cells}</div>`;
  return html`<details${index === 0 ? html` open` : nothing}><summary class="row">${cells}</summary><div class="clock">${clockBar(miss)}${segments(miss)}</div></details>`;
}

function segments(miss: MissLine): Markup {
  return html`<details class="figures"><summary>The clock in figures</summary><div class="scroll"><table><thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col">Clock</th><th scope="col" class="n">Length</th><th scope="col">Because</th><th scope="col">Held by</th></tr></thead><tbody>${miss.segments.map(
    (each) =>
      html`<tr><td>${each.from}</td><td>${each.until}</td><td>${each.kind}</td><td class="n">${each.length}</td><td class="wrap">${name(each.because)}</td><td>${name(each.holder ?? "–")}</td></tr>`,
  )}</tbody></table></div><p class="quiet">Source: ${name(miss.source)}</p></details>`;
}
