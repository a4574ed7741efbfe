import type { LevelReport, TrendPoint } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { type Scale, scaleOf, timeScaleOf } from "./scale.ts";
import { shapeAt } from "./status.ts";
import { at, figure } from "./text.ts";
import { trendPath } from "./trend-path.ts";
import { targetLabels, targetLines } from "./trend-targets.ts";

/** Where a chart is drawn: on a page, or on a phone. */
export interface Frame {
  readonly kind: "wide" | "narrow";
  readonly width: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly height: number;
}

const wide: Frame = { kind: "wide", width: 720, left: 46, right: 592, top: 26, bottom: 228, height: 294 };
const narrow: Frame = { kind: "narrow", width: 340, left: 36, right: 334, top: 22, bottom: 160, height: 226 };

/** The periods of a level as a line over time, with its targets, its sample sizes, and an interval where data are missing. */
export function trendChart(level: LevelReport): Markup {
  const values = valuesOf(level.trend);
  if (values.length === 0) return html`<p class="quiet">No figure in ${level.trend.length} periods.</p>`;
  return html`<div class="only-wide">${drawing(level, wide, values)}</div><div class="only-narrow">${drawing(level, narrow, values)}</div>`;
}

/** A point of the trend with its place. */
export interface Placed {
  readonly point: TrendPoint;
  readonly x: number;
  readonly y: number | null;
}

export function valuesOf(trend: readonly TrendPoint[]): readonly number[] {
  const all = trend.flatMap(({ figure: { value }, low, high, expected, minimum }) => [
    value,
    low,
    high,
    expected,
    minimum,
  ]);
  return trend.some(({ figure: { value } }) => value !== null) ? all.filter((value) => value !== null) : [];
}

function drawing(level: LevelReport, frame: Frame, values: readonly number[]): Markup {
  const scale = (level.unit === "time" ? timeScaleOf : scaleOf)(values, frame.bottom, frame.top);
  const placed = placesOf(level.trend, frame, scale);
  return html`<svg class="chart" viewBox="0 0 ${frame.width} ${frame.height}" role="img" aria-label="${alternative(level)}">
${scale.marks.map((mark) => grid(level, frame, { mark, y: scale.at(mark), step: scale.step }))}
${targetLines(level, frame, { placed, scale })}
${trendPath(placed)}
${placed.map((each, index) => column(level, frame, { ...each, scale, last: index === placed.length - 1, index }))}
${frame.kind === "wide" ? targetLabels(level, frame, scale) : nothing}
</svg>`;
}

function placesOf(trend: readonly TrendPoint[], frame: Frame, scale: Scale): readonly Placed[] {
  const step = (frame.right - frame.left) / Math.max(trend.length, 1);
  return trend.map((point, index) => ({
    point,
    x: frame.left + step * (index + 0.5),
    y: point.figure.value === null ? null : scale.at(point.figure.value),
  }));
}

function grid(level: LevelReport, frame: Frame, { mark, y, step }: { mark: number; y: number; step: number }): Markup {
  return html`<path class="grid" d="M${frame.left} ${at(y)}H${frame.right}"/><text class="axis" x="${frame.left - 8}" y="${at(y + 4)}" text-anchor="end">${markText(level, mark, step)}</text>`;
}

export function markText(level: LevelReport, mark: number, step: number): string {
  if (level.unit === "time") return timeMark(mark, step);
  const places = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return mark.toFixed(Math.min(places, 6));
}

const timeUnits = [
  [3600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

function timeMark(seconds: number, step: number): string {
  const unit = timeUnits.find(
    ([size]) => step >= size * 0.999 && Math.abs(seconds / size - Math.round(seconds / size)) < 0.001,
  );
  return unit ? `${Math.round(seconds / unit[0])} ${unit[1]}` : `${Math.round(seconds * 1000) / 1000} s`;
}

interface Column extends Placed {
  readonly scale: Scale;
  readonly last: boolean;
  readonly index: number;
}

function column(level: LevelReport, frame: Frame, each: Column): Markup {
  const { point, x, y } = each;
  const labelled = frame.kind === "wide" || each.last;
  return html`<g>${interval(each)}${y === null ? none(frame, each) : shapeAt(point.verdict, Number(at(x)), Number(at(y)))}${
    labelled && y !== null ? valueLabel(each, frame) : nothing
  }${foot(level, frame, each)}</g>`;
}

const none = (frame: Frame, { x }: Placed): Markup =>
  html`<text class="axis" x="${at(x)}" y="${frame.bottom - 8}" text-anchor="middle">no data</text>`;

/** The bracket between the lowest and the highest figure that the unknown part allows. */
function interval({ point, x, scale }: Column): Markup {
  if (point.low === null || point.high === null) return nothing;
  const [low, high] = [scale.at(point.low), scale.at(point.high)];
  return html`<path class="interval" d="M${at(x - 6)} ${at(high)}h12M${at(x)} ${at(high)}V${at(low)}M${at(x - 6)} ${at(low)}h12"/>`;
}

/** Characters of a label beyond which it is set smaller, so that neighbours stay apart. */
const longLabel = 5;

/** The label stands above its point, or below where a target line would run through it. */
function valueLabel({ point, x, y, last, scale }: Column, frame: Frame): Markup {
  const top = point.high === null ? (y ?? 0) : Math.min(y ?? 0, scale.at(point.high));
  const lines = [point.expected, point.minimum].flatMap((value) => (value === null ? [] : [scale.at(value)]));
  const crossed = lines.some((line) => line < top - 3 && line > top - 22);
  const free = lines.every((line) => line < top + 3 || line > top + 24);
  const place = crossed && free && point.low === null ? top + 21 : top - 11;
  const text = point.figure.text.replace(/ %$/, "");
  const kind = last ? " last" : text.length > longLabel ? " tight" : "";
  return html`<text class="value${kind}" x="${at(Math.min(x, frame.right - 8))}" y="${at(place)}" text-anchor="middle">${text}</text>`;
}

function foot(level: LevelReport, frame: Frame, { point, x, index, last }: Column): Markup {
  const most = Math.max(...level.trend.map(({ count }) => count ?? 0), 1);
  const base = frame.bottom + 32;
  const size = point.count === null ? 0 : Math.max(1, (point.count / most) * 18);
  const every = frame.kind === "wide" || last || (level.trend.length - 1 - index) % 3 === 0;
  const bar =
    point.count === null
      ? nothing
      : html`<rect class="count" x="${at(x - 7)}" y="${at(base - size)}" width="14" height="${at(size)}"/>`;
  const count =
    point.count === null || !every
      ? nothing
      : html`<text class="axis" x="${at(x)}" y="${base + 13}" text-anchor="middle">${point.count}</text>`;
  const label = every
    ? html`<text class="axis${last ? " now" : ""}" x="${at(x)}" y="${base + (point.count === null ? -8 : 28)}" text-anchor="middle">${shortLabel(point, index)}</text>`
    : nothing;
  return html`${bar}${count}${label}`;
}

/** The year stands only where it begins. */
export const shortLabel = ({ label }: TrendPoint, index: number): string =>
  index === 0 || label.startsWith("Jan") ? label : label.replace(/ \d\d$/, "");

export function alternative(level: LevelReport): string {
  const said = level.trend.map(({ label, figure: { text }, verdict }) => `${label} ${figure(text)} ${verdict}`);
  return `${level.title} over ${level.trend.length} periods: ${said.join(", ")}`;
}
