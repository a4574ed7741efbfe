import type { MissLine, SegmentLine } from "../../engine/report/report.ts";
import { type ClockScale, clockScale } from "./clock-scale.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { at } from "./text.ts";

interface Frame {
  readonly kind: "wide" | "narrow";
  readonly width: number;
}

const wide: Frame = { kind: "wide", width: 1040 };
const narrow: Frame = { kind: "narrow", width: 330 };
const [barTop, barHeight, heldTop, heldHeight] = [22, 28, 58, 16];

/** A record's clock over calendar time: running solid, paused hatched, outside hours faint, overrun red, and who held it. */
export function clockBar(miss: MissLine): Markup {
  if (miss.segments.length === 0) return nothing;
  return html`<div class="only-wide">${bar(miss, wide)}</div><div class="only-narrow">${bar(miss, narrow)}</div>${legend(miss)}`;
}

function bar(miss: MissLine, frame: Frame): Markup {
  const scale = clockScale(miss.segments, 1, frame.width - 1);
  const held = holdings(miss.segments);
  const height = held.length > 0 ? heldTop + heldHeight + 22 : heldTop + 18;
  return html`<svg class="chart" viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${alternative(miss)}">
${dayMarks(miss, scale, frame)}
${miss.segments.map((segment) => block(segment, scale))}
${held.map((each) => holding(each, scale))}
${marks(miss, scale, { y: height - 5, width: frame.width })}
</svg>`;
}

function dayMarks({ days }: MissLine, scale: ClockScale, frame: Frame): Markup {
  let free = -Infinity;
  return html`${days.map(({ label, start }, index) => {
    const x = index === 0 ? 0 : scale.at(start);
    const line = index === 0 ? nothing : html`<path class="midnight" d="M${at(x)} 4V${barTop + barHeight + 4}"/>`;
    if (x < free || x > frame.width - 58) return line;
    free = x + 66;
    return html`${line}<text class="axis strong" x="${at(index === 0 ? 0 : x + 4)}" y="13">${label}</text>`;
  })}`;
}

const classes: Readonly<Record<string, string>> = {
  running: "run",
  "over target": "over",
  paused: "paused",
  "outside hours": "off",
  stopped: "off",
  relieved: "relieved",
  elsewhere: "elsewhere",
};

const letter = 6.4;

function block(segment: SegmentLine, scale: ClockScale): Markup {
  const [left, right] = [scale.at(segment.start), scale.at(segment.end)];
  const kind = classes[segment.kind] ?? "off";
  const width = Math.max(right - left, segment.kind === "over target" ? 2 : 0.5);
  const text = [`${segment.length} ${segment.kind}`, segment.length].find((each) => each.length * letter + 10 < width);
  const label = segment.kind === "over target" && text ? `+${segment.length}` : (text ?? "");
  const back = kind === "paused" || kind === "relieved";
  const half = (label.length * letter) / 2 + 4;
  const middle = left + width / 2;
  return html`<g><title>${segment.kind} ${segment.length}: ${segment.because} (${segment.from} to ${segment.until})</title><rect class="${kind}" x="${at(left)}" y="${barTop}" width="${at(width)}" height="${barHeight}"/>${
    label === ""
      ? nothing
      : html`${back ? html`<rect class="back" x="${at(middle - half)}" y="${barTop + 6}" width="${at(half * 2)}" height="16" rx="2"/>` : nothing}<text class="on-${kind}" x="${at(middle)}" y="${barTop + 18}" text-anchor="middle">${label}</text>`
  }</g>`;
}

interface Holding {
  readonly holder: string;
  readonly start: number;
  readonly end: number;
}

/** Stretches with the same holder as one; none where nobody is named. */
function holdings(segments: readonly SegmentLine[]): readonly Holding[] {
  const held: Holding[] = [];
  for (const { holder, start, end } of segments) {
    const last = held.at(-1);
    if (holder === null) continue;
    if (last && last.holder === holder && last.end === start) held[held.length - 1] = { ...last, end };
    else held.push({ holder, start, end });
  }
  return held;
}

function holding({ holder, start, end }: Holding, scale: ClockScale): Markup {
  const [left, right] = [scale.at(start), scale.at(end)];
  const fits = holder.length * letter + 8 < right - left;
  return html`<g><title>held by ${holder}</title><rect class="held" x="${at(left + 0.5)}" y="${heldTop}" width="${at(Math.max(1, right - left - 1))}" height="${heldHeight}" rx="2"/>${
    fits ? html`<text class="axis" x="${at(left + 6)}" y="${heldTop + 12}">${holder}</text>` : nothing
  }</g>`;
}

/** Below the bar: the start on the left, the end on the right, and the instant at which the time was used up. */
function marks(miss: MissLine, scale: ClockScale, { y, width }: { y: number; width: number }): Markup {
  const over = miss.segments.find(({ kind }) => kind === "over target");
  const x = over ? scale.at(over.start) : null;
  const text = over ? `${miss.allowed ?? "target"} reached ${over.from}` : "";
  const long = text.length * letter;
  const place = x === null ? 0 : Math.min(Math.max(x, long / 2), width - long / 2);
  return x === null
    ? nothing
    : html`<path class="reached" d="M${at(x)} ${barTop - 4}V${barTop + barHeight + 6}"/><text class="reached" x="${at(place)}" y="${y}" text-anchor="middle">${text}</text>`;
}

function legend(miss: MissLine): Markup {
  const kinds = [...new Set(miss.segments.map(({ kind }) => kind))];
  const reasons = kinds.map((kind) => {
    const why = [...new Set(miss.segments.filter((each) => each.kind === kind).map(({ because }) => because))];
    const told =
      kind === "running" || kind === "over target"
        ? ""
        : `: ${why.slice(0, 3).join("; ")}${why.length > 3 ? "; …" : ""}`;
    return html`<li><svg width="14" height="12" aria-hidden="true"><rect class="${classes[kind] ?? "off"}" x=".5" y=".5" width="13" height="11"/></svg>${kind}${told}</li>`;
  });
  const pressed = clockScale(miss.segments, 0, 1).isPressed;
  return html`<ul class="legend">${reasons}${pressed ? html`<li>time outside hours is drawn closer together</li>` : nothing}</ul>`;
}

export function alternative(miss: MissLine): string {
  const said = miss.segments.map((each) => `${each.kind} ${each.length} from ${each.from}`);
  return `Clock of ${miss.record}: ${miss.elapsed} of service time${miss.allowed ? `, ${miss.allowed} allowed` : ""}; ${said.join(", ")}`;
}
