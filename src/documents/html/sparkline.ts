import type { LevelReport } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { verdictClass } from "./status.ts";
import { at } from "./text.ts";
import { trendPath } from "./trend-path.ts";

const [width, height, edge] = [112, 30, 5];

/** The trend in a row of a table: the line, the expected level, a mark on every period that was not met. */
export function sparkline({ trend }: LevelReport): Markup {
  const values = trend.flatMap(({ figure, expected }) => [figure.value, expected]).filter((value) => value !== null);
  if (trend.length < 2 || values.length === 0) return html`<span class="quiet">–</span>`;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = (value: number): number =>
    high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge);
  const x = (index: number): number => edge + (index / (trend.length - 1)) * (width - 2 * edge);
  const points = trend.map((point, index) => ({
    x: x(index),
    y: point.figure.value === null ? null : y(point.figure.value),
    point,
  }));
  const expected = trend.at(-1)?.expected ?? null;
  const rule = expected === null ? nothing : html`<path class="rule" d="M0 ${at(y(expected))}H${width}"/>`;
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${rule}${trendPath(points)}${points.map(dot)}</svg>`;

  function dot({ x: left, y: top, point }: (typeof points)[number], index: number): Markup {
    const last = index === trend.length - 1;
    if (top === null || (!last && point.verdict === "met")) return nothing;
    const kind = point.verdict === "met" ? "v-now" : verdictClass[point.verdict];
    if (point.verdict === "missed")
      return html`<path class="${kind}" d="M${at(left)} ${at(top - 3.4)}l3.4 3.4-3.4 3.4-3.4-3.4z" fill="currentColor"/>`;
    if (point.verdict === "at minimum")
      return html`<path class="${kind}" d="M${at(left)} ${at(top - 3.2)}l3.4 5.8h-6.8z" fill="currentColor"/>`;
    const hollow = point.verdict === "met" ? "currentColor" : "var(--surface)";
    return html`<circle class="${kind}" cx="${at(left)}" cy="${at(top)}" r="2.4" fill="${hollow}" stroke="currentColor" stroke-width="1.2"/>`;
  }
}
