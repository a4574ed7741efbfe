import { checkDerivation } from "../engine/report/explain/check-derivation.ts";
import { type Derivation, said } from "../engine/report/explain/derivation.ts";
import type { Zone } from "../engine/time/zone.ts";
import { formulaText, isAnswer, moreOf, originText } from "./explain-formula.ts";
import { isMoney, moneySteps } from "./explain-money.ts";
import { clockSteps, formulaStep, populationStep, type Step, spansStep } from "./explain-steps.ts";
import { explainStyle } from "./explain-style.ts";
import { fontFaces } from "./html/font.ts";
import { html, type Markup, nothing, trusted } from "./html/markup.ts";
import { shape } from "./html/status.ts";
import { chartStyle } from "./html/style/charts.ts";
import { phoneStyle, printStyle } from "./html/style/media.ts";
import { pageStyle } from "./html/style/page.ts";
import { tableStyle } from "./html/style/tables.ts";
import { tokens } from "./html/style/tokens.ts";
import { name } from "./html/text.ts";

/** What stands around a derivation: whose it is, and the zone in which days are drawn. */
export interface ExplainPage {
  readonly contract: string;
  readonly zone: Zone;
}

/**
 * A derivation as one HTML page that needs nothing else: its steps as pictures, then every node of the tree, and at the
 * top whether the checker could recompute all of it. The same tree gives the same bytes.
 */
export function writeExplainHtml(root: Derivation, page: ExplainPage): string {
  const steps = isMoney(root) ? moneySteps(root) : figureSteps(root, page.zone);
  const body = html`<body>
${patterns}
<main class="derivation">
<p class="kicker">${name(page.contract)}</p>
<div class="top"><h1>${name(sentenceOf(root))}</h1>${checked(root)}</div>
${steps.map((step, index) => stepCard(step, index, steps.length))}
<section class="whole"><h2>Every step</h2><div class="card tree">${tree(root, 0)}</div></section>
</main>
</body>`;
  const style = [
    fontFaces(body.markup),
    tokens,
    pageStyle,
    tableStyle,
    chartStyle,
    phoneStyle,
    printStyle,
    explainStyle,
  ].join("\n");
  return html`<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${root.title}</title><style>
${trusted(style)}
</style></head>
${body}</html>
`.markup;
}

const figureSteps = (root: Derivation, zone: Zone): readonly Step[] =>
  [formulaStep(root), populationStep(root), spansStep(root), ...clockSteps(root, zone)].filter((step) => step !== null);

/** `Resolution of incidents, March 2026: at minimum, because 90.00 % is not at least 92.00 %.` */
function sentenceOf(root: Derivation): string {
  const compared = root.children.filter(({ operation }) => operation.kind === "compare");
  const decisive = compared.findLast(({ text }) => text === said.holds) ?? compared.at(-1);
  const failed = compared.find(({ text }) => text === said.fails);
  const held = decisive && decisive.text === said.holds ? decisive.title.replace(/ \(\w+\)$/, "") : null;
  const lost = failed?.title.replace(" is ", " is not ").replace(/ \(\w+\)$/, "");
  const because = [lost, held].filter((each) => each !== null && each !== undefined).join(", but ");
  return `${root.title}: ${root.text}${because === "" ? "" : `, because ${because}`}.`;
}

function checked(root: Derivation): Markup {
  const { values, differences } = checkDerivation(root);
  const count = values.toString().replace(/\B(?=(\d{3})+$)/g, " ");
  const all = differences.length === 0 ? "Every step recomputed" : "Some steps do not follow";
  return html`<div class="checked">${shape(differences.length === 0 ? "met" : "missed")}<span><b>${all}</b>${count} values, ${differences.length} differences</span></div>`;
}

const stepCard = ({ title, from, body }: Step, index: number, of: number): Markup =>
  html`<section class="step${index === of - 1 ? " last" : ""}"><div class="number"><b>${index + 1}</b></div><div class="card"><div class="head"><h2>${name(title)}</h2><span>${name(from)}</span></div>${body}</div></section>`;

/** Levels that are open when the page is. */
const open = 2;

function tree(node: Derivation, deep: number): Markup {
  const more = moreOf(node);
  if (node.children.length === 0 && more === 0) return html`<div class="leaf">${line(node)}</div>`;
  const rest = more === 0 ? nothing : html`<p class="more">${more} more are counted and not listed here.</p>`;
  return html`<details${deep < open ? html` open` : nothing}><summary>${line(node)}</summary>${node.children.map((child) => tree(child, deep + 1))}${rest}</details>`;
}

const bad: ReadonlySet<string> = new Set([said.late, said.fails, said.bad, "missed"]);

function line(node: Derivation): Markup {
  const { value, text, title } = node;
  const tone = value.kind === "words" && bad.has(value.words) ? "v-miss" : "";
  const formula = formulaText(node);
  const [n = "", d = "1"] = value.kind === "number" ? value.exact.split("/") : [];
  const exact = value.kind === "number" && d !== "1" ? html`<span class="exact">exactly ${n}/${d}</span>` : nothing;
  const origin = originText(node);
  const made = formula === "" ? nothing : html` <span class="made">= ${formula}</span>`;
  const shown = html`<b class="${tone}">${name(text)}</b>`;
  const words = isAnswer(node) ? html`${name(title)}: ${shown}` : html`${shown}${made} ${name(title)}`;
  return html`<p class="line">${words}${exact}${origin === "" ? nothing : html`<em>${name(origin)}</em>`}</p>`;
}

/** Hatchings that every drawing of the page shares. */
const patterns = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="var(--surface)"/><path d="M0 0v5" stroke="var(--hatch)" stroke-width="2.6"/></pattern><pattern id="hatch-accent" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect width="4" height="4" fill="var(--accent-soft)"/><path d="M0 0v4" stroke="var(--accent)" stroke-width="1.4"/></pattern></defs></svg>`;
