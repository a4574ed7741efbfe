import type { Verdict } from "../../engine/agreement/words.ts";
import { html, type Markup } from "./markup.ts";
import { at } from "./text.ts";

interface Point {
  readonly x: number;
  readonly y: number | null;
  readonly point: { readonly verdict: Verdict };
}

/** The line through the figures; it breaks where there is none, and where only an interval could be judged. */
export function trendPath(points: readonly Point[]): Markup {
  const runs: string[][] = [[]];
  for (const { x, y, point } of points) {
    if (y === null || point.verdict === "undetermined") runs.push([]);
    else runs.at(-1)?.push(`${at(x)} ${at(y)}`);
  }
  const lines = runs.filter((run) => run.length > 1).map((run) => `M${run.join("L")}`);
  return html`<path class="line" d="${lines.join("") || "M0 0"}"/>`;
}
