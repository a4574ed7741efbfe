import type { CapacityDocument } from "../agreement/document/improvement.ts";
import type { Chain } from "./chains.ts";
import type { Completion, Why } from "./effect.ts";
import { ahead } from "./forecast.ts";
import { completedBy, figuredOf, isKnown, pointsOf } from "./points.ts";
import { periodsIn } from "./terms.ts";

/**
 * A figure that will be reached soon, or has been: by the line through up to `from` of the newest figures. Periods
 * without a figure that is known are left out; fewer than three figures say nothing.
 */
export function byCapacity({ reaches, within, from }: CapacityDocument, chain: Chain): readonly Completion[] {
  const points = pointsOf(chain).filter(isKnown);
  return points.flatMap(({ result }, index) => {
    const steps = periodsIn(within, result.level.period);
    const used = points.slice(Math.max(0, index + 1 - from), index + 1);
    const found = steps && ahead(used, { reaches, steps });
    if (!found) return [];
    const figures = used.map(figuredOf);
    const why: Why =
      found.kind === "reached"
        ? { kind: "reached", figures, reaches }
        : { kind: "line", figures, slope: found.slope, reaches, steps: found.steps, within, near: null };
    return [
      completedBy(
        used.map((point) => point.result),
        why,
      ),
    ];
  });
}
