import type { LevelReport } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { name, count as spaced } from "./text.ts";

/** Records in and out by reason: those counted first, then those that are not. */
export function population(level: LevelReport): Markup {
  if (level.population.length === 0) return nothing;
  const most = Math.max(...level.population.map(({ count }) => count));
  const total = level.population.reduce((sum, { count }) => sum + count, 0);
  const judged = level.population.filter(({ counted }) => counted).reduce((sum, { count }) => sum + count, 0);
  return html`<div class="card population"><h3>Records <span class="side">${spaced(judged)} count, ${spaced(total - judged)} do not</span></h3><ul class="bars">${level.population.map(
    ({ reason, counted, count }) =>
      html`<li class="${counted ? "in" : "out"}"><span>${name(reason)}</span><i><u style="width:${((count / most) * 100).toFixed(1)}%"></u></i><b>${spaced(count)}</b></li>`,
  )}</ul></div>`;
}
