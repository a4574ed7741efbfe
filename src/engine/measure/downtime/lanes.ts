import type { Finding } from "../../finding/finding.ts";
import { type Instant, later } from "../../time/instant.ts";
import { holds, type Span } from "../../time/span.ts";
import type { MeasureInput } from "../input.ts";
import { type Population, populationOf } from "../population.ts";
import { type Lane, type LaneOf, laneOf } from "./lane.ts";
import { type Outage, outagesIn } from "./outages.ts";

/** The service time of a period, one lane for what is judged as one, with the outages it was made from. */
export interface Lanes {
  readonly lanes: readonly Lane[];
  readonly outages: readonly Outage[];
  readonly population: Population;
  /** The span whose seconds are looked at: the period, or longer where outages belong to the month they began in. */
  readonly window: Span;
  readonly findings: readonly Finding[];
}

/**
 * Everything a measure of time starts from. Outages across the end of a period are split by seconds, or belong
 * whole to the period in which they began (semantics 53).
 */
export function lanesOf(input: MeasureInput): Lanes {
  const population = populationOf(input);
  const belongsToStart = input.level.rules.over_month_end === "start month";
  const widest = belongsToStart
    ? { start: input.span.start, end: later(input.span.end, input.knownUntil) }
    : input.span;
  const found = outagesIn(input, population, widest);
  const outages = belongsToStart ? found.outages.filter(({ began }) => holds(input.span, began)) : found.outages;
  const window = belongsToStart ? { start: input.span.start, end: lastEnd(input.span.end, outages) } : input.span;
  const made = lanesFor(input).map((of) => laneOf({ ...input, span: window }, of, { outages, population, window }));
  return { lanes: made, outages: found.outages, population, window, findings: found.findings };
}

const lastEnd = (end: Instant, outages: readonly Outage[]): Instant =>
  outages.flatMap(({ spans }) => spans).reduce((latest, each) => later(latest, each.end), end);

/** What is down together: k of n as agreed, else all are needed; with `overlaps: added` each has a lane of its own. */
function lanesFor({ level, group }: MeasureInput): readonly LaneOf[] {
  if (group?.by === "service" || group?.by === "component") return [{ targets: [group.id], downWhen: 1 }];
  const { together, services } = level;
  if (together) return [{ targets: together.of, downWhen: together.of.length - together.atLeast + 1 }];
  if (services.length === 0) return [{ targets: [null], downWhen: 1 }];
  if (level.rules.overlaps === "added") return services.map((id) => ({ targets: [id], downWhen: 1 }));
  return [{ targets: services, downWhen: 1 }];
}
