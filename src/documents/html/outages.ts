import type { TimeLine } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { name } from "./text.ts";

const most = 40;

/** The table behind the strip of days: every stretch that was not plainly up. */
export function outages(time: TimeLine): Markup {
  const all = [...time.down, ...time.agreed, ...time.relieved, ...time.unknown].sort((a, b) => a.start - b.start);
  if (all.length === 0) return nothing;
  const shown = all.slice(0, most);
  return html`<div class="scroll"><table class="plain"><thead><tr><th scope="col">From</th><th scope="col">Until</th><th scope="col" class="n">Length</th><th scope="col">What</th><th scope="col">Cause</th></tr></thead><tbody>${shown.map(
    (each) =>
      html`<tr><td>${each.from}</td><td>${each.until}</td><td class="n">${each.length}</td><td>${each.kind}</td><td class="wrap">${name(each.because)}</td></tr>`,
  )}</tbody></table></div>${all.length > most ? html`<p class="more">${all.length - most} more are in the data of this report.</p>` : nothing}`;
}
