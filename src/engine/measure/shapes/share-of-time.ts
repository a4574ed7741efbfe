import type { Found } from "../../finding/finding.ts";
import type { Lane } from "../downtime/lane.ts";
import { lanesOf } from "../downtime/lanes.ts";
import { outageItems } from "../downtime/outage-items.ts";
import { slotFigure } from "../downtime/slots.ts";
import { timeFigure } from "../downtime/time-figure.ts";
import { weightedFigure } from "../downtime/weighted.ts";
import type { MeasureInput } from "../input.ts";
import type { Measurement, TimeShare } from "../measurement.ts";

/** Up time over agreed time of the period; by slots or weighted by users where the level says so. */
export function shareOfTime(input: MeasureInput): Found<Measurement> {
  const { level, span } = input;
  const found = lanesOf(input);
  const figure = level.slot
    ? slotFigure(input, found)
    : level.weightedBy
      ? weightedFigure(input, found)
      : timeFigure(level, found.lanes, span);
  const measurement: Measurement = {
    unit: "share",
    ...figure,
    items: outageItems(found),
    time: shownTime(found.lanes),
    method: null,
  };
  return { value: measurement, findings: found.findings };
}

function shownTime(lanes: readonly Lane[]): TimeShare {
  return {
    scheduled: lanes[0]?.scheduled ?? [],
    down: lanes.flatMap(({ down }) => down),
    agreed: lanes.flatMap(({ agreed }) => agreed),
    relieved: lanes.flatMap(({ relieved }) => relieved),
    unknown: lanes.flatMap(({ unknown }) => unknown),
  };
}
