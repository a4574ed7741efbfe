import type { LevelReport, Report } from "../../engine/report/report.ts";
import { changes } from "./changes.ts";
import { calendars, colophon, completeness, findings, glossary } from "./chapters.ts";
import { contents } from "./contents.ts";
import { credits } from "./credits.ts";
import { follows } from "./follows.ts";
import { fontFaces } from "./font.ts";
import { levelSection } from "./level.ts";
import { html, trusted } from "./markup.ts";
import { scorecard } from "./scorecard.ts";
import { chartStyle } from "./style/charts.ts";
import { creditStyle } from "./style/credits.ts";
import { phoneStyle, printStyle } from "./style/media.ts";
import { pageStyle } from "./style/page.ts";
import { tableStyle } from "./style/tables.ts";
import { tokens } from "./style/tokens.ts";
import { attention, summary } from "./summary.ts";
import { termsInForce } from "./terms.ts";

/**
 * The report as one HTML page that needs nothing else: no network, no script, its font within. The same report gives
 * the same bytes. Light and dark, phone to wide screen, and paper.
 */
export function writeHtml(report: Report): string {
  const levels = report.agreements.flatMap((agreement) => agreement.levels);
  const body = html`<body>
<a class="skip" href="#main">Skip the contents</a>
${patterns}
<div class="shell">${summary(report)}
${contents(report)}
<main id="main">
${attention(report)}
${follows(report)}
${scorecard(report)}
${credits(report)}
${levels.map((level, index) => levelSection(level, firstGroup(levels.slice(0, index), level)))}
${changes(report)}
${findings(report)}
${completeness(report)}
${calendars(report)}
${termsInForce(report)}
${glossary(report)}
${colophon(report)}
</main></div>
</body>`;
  const style = [
    fontFaces(body.markup),
    tokens,
    pageStyle,
    tableStyle,
    chartStyle,
    creditStyle,
    phoneStyle,
    printStyle,
  ].join("\n");
  const title = `${report.contract.title}, ${report.period.label}`;
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title><style>
${trusted(style)}
</style></head>
${body}</html>
`.markup;
}

/** The section that has the definition of a level judged in groups; null for the first of them. */
const firstGroup = (before: readonly LevelReport[], level: LevelReport): LevelReport | null =>
  before.find(({ agreement, id }) => agreement === level.agreement && id === level.id) ?? null;

/** Hatchings that every drawing of the page shares. */
const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--surface)"/><path d="M0 0v5" stroke="var(--hatch)" stroke-width="2.6"/></pattern><pattern id="hatch-accent" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="4" height="4" fill="var(--accent-soft)"/><path d="M0 0v4" stroke="var(--accent)" stroke-width="1.4"/></pattern><pattern id="dots" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="var(--surface)"/><circle cx="2" cy="2" r="1" fill="var(--unk)"/></pattern></defs></svg>`;
