import type { LevelReport } from "../../engine/report/report.ts";
import { dayStrip } from "./day-strip.ts";
import { definition } from "./definition.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { misses } from "./misses.ts";
import { outages } from "./outages.ts";
import { population } from "./population.ts";
import { shape, status, verdictClass } from "./status.ts";
import { anchorOf, count, figure, name, titleOf } from "./text.ts";
import { trendChart } from "./trend-chart.ts";

/** Reasons of records beyond which they get a card of their own width. */
const longPopulation = 5;

/**
 * One service level: verdict and reason, figure beside trend, what counted, what was missed, and the definition.
 * Of several groups of one level, the first has the definition for all.
 */
export function levelSection(level: LevelReport, sameDefinition: LevelReport | null): Markup {
  const isLong = level.population.length > longPopulation;
  return html`<section class="level" id="${anchorOf(level)}" aria-label="${level.title}">
<header><h2>${titleOf(level)}${level.clause === null ? nothing : html` <span class="side">${name(level.clause)}</span>`}</h2>${status(level.verdict)}</header>
<p class="reason">${figure(level.reason)}</p>
<div class="pair${level.trend.length < 2 ? " alone" : ""}">
${level.trend.length < 2 ? nothing : trendCard(level)}<div class="stack"><div class="card">${figureCard(level)}</div>${isLong ? nothing : population(level)}</div>
</div>
${isLong ? population(level) : nothing}
${level.time === null ? nothing : html`<div class="card"><h3>Day by day</h3>${dayStrip(level.time, level.title)}${outages(level.time)}</div>`}
${misses(level)}
${sameDefinition === null ? definition(level) : html`<p class="more">Defined as for <a href="#${anchorOf(sameDefinition)}">${titleOf(sameDefinition)}</a>.</p>`}
</section>`;
}

const trendCard = (level: LevelReport): Markup =>
  html`<div class="card"><h3>${level.trend.length} periods <span class="side">${caption(level)}</span></h3>${trendChart(level)}${narrowTargets(level)}</div>`;

const units = { share: "per cent", time: "hours, minutes, seconds", number: "number", points: "points" } as const;

const caption = (level: LevelReport): string =>
  `${units[level.unit]}${level.trend.some(({ low }) => low !== null) ? "; a bracket where data are missing" : ""}`;

function narrowTargets(level: LevelReport): Markup {
  const said = [
    level.expected === null ? null : html`<li><i class="rule-expected"></i>expected ${figure(level.expected)}</li>`,
    level.minimum === null ? null : html`<li><i class="rule-minimum"></i>minimum ${figure(level.minimum)}</li>`,
  ];
  return html`<ul class="legend only-narrow">${said}</ul>`;
}

function figureCard(level: LevelReport): Markup {
  const [, size = level.figure.text, unit = ""] = /^(.*\d)( %)$/.exec(level.figure.text) ?? [];
  return html`<div class="big"><p class="${verdictClass[level.verdict]}${level.figure.value === null ? " none" : ""}">${size}${unit === "" ? nothing : html`<small>${unit}</small>`}</p><div>${
    level.figure.of === null ? nothing : html`<b>${figure(level.figure.of)}</b>`
  }${allowance(level)}</div></div>
<dl class="kv">${[
    level.stages.map((stage) =>
      pair(
        stage.title,
        html`${figure(stage.figure.text)}${stage.figure.of === null ? nothing : html`, ${figure(stage.figure.of)}`}, ${figure(stage.expected)} <span class="mark">${shape(stage.verdict)} ${stage.verdict}</span>`,
      ),
    ),
    level.stages.length > 0 ? null : pair("Expected", html`${figure(level.expected ?? "no target")}`),
    level.stages.length > 0 ? null : pair("Minimum", html`${figure(level.minimum ?? "none")}`),
    level.raw === null
      ? null
      : pair(
          "Without exclusions",
          html`${figure(level.raw.text)}${level.raw.of === null ? nothing : html`, ${figure(level.raw.of)}`}`,
        ),
    level.bounds === null
      ? null
      : pair("Lies between", html`${figure(level.bounds.low)} and ${figure(level.bounds.high)}`),
    pair("Completeness", html`${figure(level.completeness)}`),
  ]}</dl>`;
}

const allowance = ({ allowance: allowed }: LevelReport): Markup =>
  allowed === null
    ? nothing
    : html`<span>${allowed.misses === 1 ? "1 miss" : `${count(allowed.misses)} misses`}, ${count(allowed.allowed)} allowed</span>`;

const pair = (term: string, value: Markup): Markup => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
