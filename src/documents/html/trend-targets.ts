import type { LevelReport } from "../../engine/report/report.ts";
import { html, type Markup, nothing } from "./markup.ts";
import type { Scale } from "./scale.ts";
import { at, figure } from "./text.ts";
import type { Frame, Placed } from "./trend-chart.ts";

interface Drawn {
  readonly placed: readonly Placed[];
  readonly scale: Scale;
}

/** A solid rule for the expected level, a dashed one for the minimum; beyond the last of them a faint ground. */
export function targetLines(level: LevelReport, frame: Frame, { placed, scale }: Drawn): Markup {
  const step = (frame.right - frame.left) / Math.max(placed.length, 1);
  const along = (key: "expected" | "minimum"): string =>
    placed
      .map(({ point, x }) => ({ value: point[key], x }))
      .map(({ value, x }) => (value === null ? "" : `M${at(x - step / 2)} ${at(scale.at(value))}h${at(step)}`))
      .join("");
  return html`${ground(level, frame, { placed, scale })}<path class="expected" d="${along("expected")}"/><path class="minimum" d="${along("minimum")}"/>`;
}

function ground(level: LevelReport, frame: Frame, { placed, scale }: Drawn): Markup {
  const step = (frame.right - frame.left) / Math.max(placed.length, 1);
  return html`${placed.map(({ point, x }) => {
    const limit = point.minimum ?? point.expected;
    if (limit === null) return nothing;
    const y = scale.at(limit);
    const [top, bottom] = level.better === "higher" ? [y, frame.bottom] : [frame.top, y];
    return html`<rect class="beyond" x="${at(x - step / 2)}" y="${at(top)}" width="${at(step)}" height="${at(Math.max(0, bottom - top))}"/>`;
  })}`;
}

const apart = 15;

/** The names of the rules at their right ends, kept apart where the rules are close. */
export function targetLabels(level: LevelReport, frame: Frame, scale: Scale): Markup {
  const last = level.trend.at(-1);
  if (!last || last.expected === null) return nothing;
  const expected = scale.at(last.expected);
  const minimum = last.minimum === null ? null : scale.at(last.minimum);
  const close = minimum !== null && Math.abs(expected - minimum) < apart;
  const shift = close ? (apart - Math.abs(expected - minimum)) / 2 : 0;
  const up = minimum !== null && expected < minimum ? -shift : shift;
  return html`${label("expected", expected + up, { frame, text: level.expected })}${
    minimum === null ? nothing : label("minimum", minimum - up, { frame, text: level.minimum })
  }`;
}

function label(kind: string, y: number, { frame, text }: { frame: Frame; text: string | null }): Markup {
  const size = (text ?? "").replace(/^(at least|at most|less than|more than) /, "");
  return html`<text class="label ${kind}" x="${frame.right + 8}" y="${at(y + 4)}">${kind} ${figure(size)}</text>`;
}
