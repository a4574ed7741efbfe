import type { Growth } from "./growth-bench.ts";

const panel = { width: 250, height: 170, left: 52, top: 52, gap: 36 };
const inner = { width: panel.width - panel.left, height: panel.height - 78 };

/** One panel a growth: both axes from nothing up, the counts evenly apart. Colours follow the reader's scheme. */
export function growthChart(growths: readonly Growth[]): string {
  const width = growths.length * (panel.width + panel.gap);
  const most = Math.max(...growths.flatMap(({ points }) => points.map(({ nanoseconds }) => nanoseconds)));
  const top = Math.ceil(most / 200) * 200;
  const panels = growths.map((growth, i) => panelOf(growth, { x: i * (panel.width + panel.gap), top }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${panel.height + 20}" role="img" aria-label="Nanoseconds a ticket by number of tickets, levels and calendars">
<style>
text { font: 11px system-ui, sans-serif; fill: #333 }
.title { font-weight: 600 }
.axis { stroke: #999; stroke-width: 1 }
.line { fill: none; stroke: #1f6feb; stroke-width: 2 }
.dot { fill: #1f6feb }
@media (prefers-color-scheme: dark) {
  text { fill: #ddd }
  .axis { stroke: #777 }
  .line { stroke: #7ab7ff }
  .dot { fill: #7ab7ff }
}
</style>
${panels.join("\n")}
</svg>
`;
}

function panelOf({ of, points }: Growth, { x, top }: { readonly x: number; readonly top: number }): string {
  const left = x + panel.left;
  const bottom = panel.top + inner.height;
  const at = points.map(({ count, nanoseconds }, i) => ({
    count,
    nanoseconds,
    x: round(left + (inner.width * (i + 0.5)) / points.length),
    y: round(bottom - (inner.height * nanoseconds) / top),
  }));
  const marks = [0, top / 2, top].map(
    (value) =>
      `<text x="${left - 6}" y="${round(bottom - (inner.height * value) / top + 4)}" text-anchor="end">${value}</text>`,
  );
  const dots = at.map(
    (point) =>
      `<circle class="dot" cx="${point.x}" cy="${point.y}" r="3"/><text x="${point.x + 4}" y="${round(point.y - 7)}">${Math.round(point.nanoseconds)}</text><text x="${point.x}" y="${bottom + 16}" text-anchor="middle">${short(point.count)}</text>`,
  );
  return [
    `<text class="title" x="${left}" y="14">Nanoseconds a ticket</text>`,
    `<text x="${left}" y="30">by ${of}</text>`,
    `<path class="axis" fill="none" d="M${left} ${panel.top}V${bottom}H${left + inner.width}"/>`,
    ...marks,
    `<polyline class="line" points="${at.map((point) => `${point.x},${point.y}`).join(" ")}"/>`,
    ...dots,
  ].join("\n");
}

const round = (value: number): number => Math.round(value * 10) / 10;
const short = (count: number): string =>
  count >= 1e6 ? `${count / 1e6} M` : count >= 1000 ? `${count / 1000} k` : String(count);
