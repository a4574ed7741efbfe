import { fraction } from "../../number/fraction.ts";
import { intersect, type Span, totalOf, unite } from "../../time/span.ts";
import { inItem, outItem } from "../item.ts";
import type { Item } from "../measurement.ts";
import { reason } from "../tally.ts";
import type { Lanes } from "./lanes.ts";
import type { Outage } from "./outages.ts";

/** Every outage of the period with the seconds it took from the service, or why it took none. */
export function outageItems({ lanes, outages }: Lanes): readonly Item[] {
  const down = unite(lanes.flatMap((lane) => lane.down));
  const agreed = unite(lanes.flatMap((lane) => lane.agreed));
  return outages.map((outage) => itemOf(outage, { down, agreed }));
}

function itemOf(outage: Outage, { down, agreed }: { down: readonly Span[]; agreed: readonly Span[] }): Item {
  const { fact, began, why, relief } = outage;
  if (outage.kind === "unknown") return inItem(fact, { why, at: began, good: null });
  if (outage.kind !== "down") return outItem(fact, { why, at: began, relief });
  const seconds = totalOf(intersect(outage.spans, down));
  if (seconds > 0) return inItem(fact, { why, at: began, good: false, value: fraction(seconds) });
  const code = intersect(outage.spans, agreed).length > 0 ? "agreed-downtime" : "service-stayed-up";
  return outItem(fact, { why: reason(code), at: began });
}
