import type { Found } from "../../finding/finding.ts";
import { fraction } from "../../number/fraction.ts";
import { holds, intersect, type Span, totalOf, unite } from "../../time/span.ts";
import { lanesOf } from "../downtime/lanes.ts";
import { type Outage, turnsOf } from "../downtime/outages.ts";
import type { MeasureInput } from "../input.ts";
import { inItem, outItem } from "../item.ts";
import type { Item, Measurement } from "../measurement.ts";
import { figureOf, mean, reason, type Tally } from "../tally.ts";
import { average } from "./average.ts";

/**
 * Mean time to restore: the mean service seconds lost by the outages that began in the period, whole, also where they
 * ended after it (semantics 52); with a clock, the mean of what it showed. An outage that took nothing from the
 * service, such as one in agreed downtime, is none; one that has not ended is not known.
 */
export function timeToRestore(input: MeasureInput): Found<Measurement> {
  if (input.level.clock !== null) return average(input);
  const { lanes, outages, findings } = lanesOf(whole(input));
  const here = outages.filter(({ began }) => holds(input.span, began));
  const down = unite(lanes.flatMap((lane) => lane.down));
  const agreed = unite(lanes.flatMap((lane) => lane.agreed));
  const rawDown = unite(lanes.flatMap((lane) => lane.rawDown));
  const raw = here.filter(({ kind }) => kind !== "out" && kind !== "unknown");
  const tally: Tally = {
    items: here.map((outage) => itemOf(input, outage, { down, agreed })),
    raw: raw.flatMap((outage) => {
      const lost = lostTo(outage, rawDown);
      return lost === 0 ? [] : [{ good: true, value: hasEnded(input, outage) ? fraction(lost) : null }];
    }),
  };
  return { value: figureOf("time", tally, mean), findings };
}

/** Outages belong whole to the period in which they began, whatever is agreed about shares of time. */
function whole(input: MeasureInput): MeasureInput {
  const rules = { ...input.level.rules, over_month_end: "start month" } as const;
  return { ...input, level: { ...input.level, rules } };
}

interface Time {
  readonly down: readonly Span[];
  readonly agreed: readonly Span[];
}

function itemOf(input: MeasureInput, outage: Outage, { down, agreed }: Time): Item {
  const { fact, began, why, relief, kind } = outage;
  if (kind !== "down") return outItem(fact, { why, at: began, relief });
  const lost = lostTo(outage, down);
  const code = lostTo(outage, agreed) > 0 ? "agreed-downtime" : "service-stayed-up";
  if (lost === 0) return outItem(fact, { why: reason(code), at: began });
  if (!hasEnded(input, outage)) return inItem(fact, { why: reason("not-ended"), at: began, good: null });
  return inItem(fact, { why: reason("counted"), at: began, good: true, value: fraction(lost) });
}

const lostTo = ({ spans }: Outage, down: readonly Span[]): number => totalOf(intersect(spans, down));

const hasEnded = (input: MeasureInput, { fact }: Outage): boolean => turnsOf(input, fact).ends.length > 0;
