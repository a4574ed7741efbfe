import type { LevelReport, Report, Term } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { anchorOf, figure, name } from "./text.ts";

/** Every rule in force, once: its value, whether it is written or the default, and the levels for which it differs. */
export function termsInForce(report: Report): Markup {
  const levels = report.agreements.flatMap((agreement) => agreement.levels);
  return html`<section class="chapter" id="terms"><h2>Terms in force <span class="side">what is not written follows the defaults, and holds all the same</span></h2>
<div class="card">${table("Rules", rowsOf(levels, "rule"), levels.length)}</div>
<div class="card">${table("Rules of calendars", rowsOf(levels, "calendar"), levels.length)}</div></section>`;
}

interface Row {
  readonly term: Term;
  readonly levels: LevelReport[];
}

/** Terms with the same name and value as one row. */
function rowsOf(levels: readonly LevelReport[], about: Term["about"]): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const level of levels) {
    for (const term of level.prose.terms.filter((each) => each.about === about)) {
      const key = `${term.name}\n${term.value}\n${term.written}`;
      const row = rows.get(key);
      if (row) row.levels.push(level);
      else rows.set(key, { term, levels: [level] });
    }
  }
  return inNameOrder([...rows.values()]);
}

/** Values of one name stand together, the one of most levels first. */
function inNameOrder(rows: readonly Row[]): readonly Row[] {
  const names = [...new Set(rows.map(({ term }) => term.name))];
  return names.flatMap((each) =>
    rows.filter(({ term }) => term.name === each).sort((a, b) => b.levels.length - a.levels.length),
  );
}

function table(title: string, rows: readonly Row[], total: number): Markup {
  if (rows.length === 0) return nothing;
  return html`<table class="plain rules"><thead><tr><th scope="col">${title}</th><th scope="col">In force</th><th scope="col">Service levels</th><th scope="col"></th></tr></thead><tbody>${rows.map(
    (row, index) => line(row, { repeated: rows[index - 1]?.term.name === row.term.name, total }),
  )}</tbody></table>`;
}

const fewest = 4;

function line({ term, levels }: Row, { repeated, total }: { repeated: boolean; total: number }): Markup {
  const whose =
    term.about === "calendar" || levels.length === total
      ? "all"
      : levels.length > fewest
        ? `${levels.length} of ${total}`
        : levels.map(
            (level, index) =>
              html`${index === 0 ? nothing : ", "}<a href="#${anchorOf(level)}">${name(level.title)}</a>`,
          );
  return html`<tr><td class="wrap${repeated ? " again" : ""}">${name(term.name)}</td><td class="wrap">${figure(term.value)}</td><td class="wrap">${whose}</td><td>${term.written ? html`<b>written</b>` : html`<span class="quiet">default</span>`}</td></tr>`;
}
