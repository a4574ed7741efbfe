import type { DayLine, SegmentLine, TimeLine } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import { at } from "./text.ts";

interface Frame {
  readonly kind: "wide" | "narrow";
  readonly width: number;
  readonly left: number;
  readonly hours: number;
}

const top = 6;
const wide: Frame = { kind: "wide", width: 1080, left: 34, hours: 96 };
const narrow: Frame = { kind: "narrow", width: 340, left: 30, hours: 120 };

/** A column for each day of the period, its hours downwards: every outage, and maintenance, relief and the unknown apart. */
export function dayStrip(time: TimeLine, title: string): Markup {
  if (time.days.length === 0) return nothing;
  return html`<div class="only-wide">${strip(time, title, wide)}</div><div class="only-narrow">${strip(time, title, narrow)}</div>${legend(time)}`;
}

function strip(time: TimeLine, title: string, frame: Frame): Markup {
  const step = (frame.width - frame.left) / time.days.length;
  const gap = step > 8 ? 2 : step > 4 ? 1 : 0;
  const height = top + frame.hours + 20;
  return html`<svg class="chart" viewBox="0 0 ${frame.width} ${height}" role="img" aria-label="${alternative(time, title)}">
${[0, 6, 12, 18, 24].map((hour) => hourMark(hour, frame))}
${time.days.map((day, index) => column(time, day, { x: frame.left + index * step, width: step - gap, index, frame }))}
</svg>`;
}

function hourMark(hour: number, frame: Frame): Markup {
  const y = top + (hour / 24) * frame.hours;
  const text =
    hour % 12 === 0
      ? html`<text class="axis" x="${frame.left - 6}" y="${at(y + 4)}" text-anchor="end">${hour}</text>`
      : nothing;
  return html`${text}<path class="grid" d="M${frame.left - 3} ${at(y)}H${frame.width}"/>`;
}

interface Column {
  readonly x: number;
  readonly width: number;
  readonly index: number;
  readonly frame: Frame;
}

function column(time: TimeLine, day: DayLine, { x, width, index, frame }: Column): Markup {
  const place = { day, x, width, hours: frame.hours };
  const label = dayLabel(day, index, { count: time.days.length, kind: frame.kind });
  return html`<g><rect class="day" x="${at(x)}" y="${top}" width="${at(width)}" height="${frame.hours}"/>${[
    time.open.map((each) => block("open", each, place)),
    time.agreed.map((each) => block("agreed", each, place)),
    time.relieved.map((each) => block("relieved", each, place)),
    time.unknown.map((each) => block("unknown", each, place)),
    time.down.map((each) => block("down", each, place)),
  ]}${label === "" ? nothing : html`<text class="axis" x="${at(x + width / 2)}" y="${top + frame.hours + 15}" text-anchor="middle">${label}</text>`}</g>`;
}

/** `1`, `2`, … of the month; on a phone and in long periods only some of them. */
function dayLabel({ label }: DayLine, index: number, of: { count: number; kind: Frame["kind"] }): string {
  const date = label.split(" ")[1] ?? "";
  const every = of.count > 100 ? 30 : of.count > 31 || of.kind === "narrow" ? 7 : 1;
  return index % every === 0 ? date : "";
}

interface Place {
  readonly day: DayLine;
  readonly x: number;
  readonly width: number;
  readonly hours: number;
}

const least = 2.5;

/** The part of a span that lies in the day; short ones stay visible. */
function block(kind: string, span: { readonly start: number; readonly end: number }, place: Place): Markup {
  const { day, x, width, hours } = place;
  const [start, end] = [Math.max(span.start, day.start), Math.min(span.end, day.end)];
  if (start >= end) return nothing;
  const y = ((start - day.start) / (day.end - day.start)) * hours;
  const size = Math.max(kind === "open" ? 0 : least, ((end - start) / (day.end - day.start)) * hours);
  return html`<rect class="${kind}" x="${at(x)}" y="${at(top + Math.min(y, hours - size))}" width="${at(width)}" height="${at(size)}"/>`;
}

function legend(time: TimeLine): Markup {
  const entry = (kind: string, text: string, shown: number): Markup =>
    shown === 0
      ? nothing
      : html`<li><svg width="14" height="12" aria-hidden="true"><rect class="${kind}" x=".5" y=".5" width="13" height="11"/></svg>${text}</li>`;
  return html`<ul class="legend">${[
    entry("down", `down ${time.totals.down}`, time.down.length),
    entry("agreed", `agreed downtime ${time.totals.agreed}`, time.agreed.length),
    entry("relieved", `relief ${time.totals.relieved}`, time.relieved.length),
    entry("unknown", `nothing known ${time.totals.unknown}`, time.unknown.length),
    entry("open", `service time ${time.scheduled}`, time.open.length),
  ]}<li>each column a day, 0 to 24 h downwards</li></ul>`;
}

function alternative({ totals, down, scheduled }: TimeLine, title: string): string {
  const outages = down.slice(0, 12).map((each: SegmentLine) => `${each.from} to ${each.until}`);
  const said = outages.length === 0 ? "no outage" : `down ${totals.down}: ${outages.join(", ")}`;
  return `${title}, service time ${scheduled}, ${said}; agreed downtime ${totals.agreed}, unknown ${totals.unknown}`;
}
