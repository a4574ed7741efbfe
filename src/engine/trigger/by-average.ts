import type { AverageDocument } from "../agreement/document/improvement.ts";
import { compare } from "../number/fraction.ts";
import type { Chain } from "./chains.ts";
import type { Completion } from "./effect.ts";
import { meanOf } from "./line.ts";
import { completedBy, figuredOf, fits, newestOf, pointsOf } from "./points.ts";

/** The mean of the newest figures, each period with the same weight, strictly below or above a figure. */
export function byAverage({ periods, below, above }: AverageDocument, chain: Chain): readonly Completion[] {
  const mark = below ?? above;
  const points = pointsOf(chain);
  return points.flatMap((_, index) => {
    const used = newestOf(points.slice(0, index + 1), periods);
    if (!used || !mark || !used.every(({ result }) => fits(mark, result.measurement.unit))) return [];
    const mean = meanOf(used.map(({ figure }) => figure));
    const side = below === undefined ? "above" : "below";
    const difference = compare(mean, mark.value);
    if (side === "below" ? difference >= 0 : difference <= 0) return [];
    const results = used.map(({ result }) => result);
    return [completedBy(results, { kind: "average", figures: used.map(figuredOf), mean, side, mark })];
  });
}
