import { arrivals } from "./arrivals.ts";
import type { Change } from "./changes.ts";
import { csv } from "./csv.ts";
import { type Second, zulu } from "./london.ts";
import { numbersOf } from "./numbering.ts";
import type { Chance } from "./random.ts";
import { factor, toldOutages } from "./story.ts";
import { end } from "./term.ts";

export interface Outage {
  readonly id: string;
  readonly component: string;
  readonly impact: "DOWN" | "DEGRADED";
  readonly cause: string;
  readonly began: Second;
  readonly ended: Second;
  /** The change that took the component down on purpose. */
  readonly change: Change | null;
}

/** How often a component fails in a usual month, for how long, and why. */
const frailty: readonly (readonly [component: string, perMonth: number, minutes: number, causes: readonly string[]])[] =
  [
    ["claims-application", 0.9, 14, ["application", "database", "release"]],
    ["claims-hosting", 0.5, 18, ["host", "hypervisor"]],
    ["portal-hosting", 1.1, 16, ["host", "certificate", "release"]],
    ["circuit-north", 0.7, 95, ["carrier", "router"]],
    ["circuit-south", 0.6, 80, ["carrier", "router"]],
    ["office-network", 0.5, 35, ["switch", "wireless"]],
  ];

/** Every outage that monitoring saw, in order: failures, those of the story, and planned work. */
export function outagesOf(chance: Chance, changes: readonly Change[]): Outage[] {
  const failures = frailty.flatMap(([component, perMonth, minutes, causes]) =>
    arrivals(chance, { perMonth, factor: (at) => factor("outages", at) }).map((began) => {
      const length = chance.around(minutes * 60, 0.6) * Math.sqrt(factor("outages", began));
      const impact = chance.happens(0.3) ? ("DEGRADED" as const) : ("DOWN" as const);
      const cause = causes[chance.whole(0, causes.length - 1)] ?? "unknown";
      return { component, impact, cause, began, ended: Math.round(began + length), change: null };
    }),
  );
  const planned = changes
    .filter(({ isMaintenance }) => isMaintenance)
    .map((change) => ({
      component: change.component,
      impact: "DOWN" as const,
      cause: "planned work",
      began: change.started + chance.whole(30, 240),
      ended: change.implemented - chance.whole(60, 300),
      change,
    }));
  const drawn = [...failures, ...planned].filter(apartFromStory).sort((a, b) => a.began - b.began);
  const numbers = numbersOf(
    "OUT",
    drawn.map(({ began }) => began),
  );
  const named = drawn.map((each, index) => ({ ...each, id: numbers[index] ?? "" }));
  const told = toldOutages.map((each) => ({ ...each, impact: "DOWN" as const, change: null }));
  return [...named, ...told].filter(({ began }) => began < end).sort((a, b) => a.began - b.began);
}

/** The days of the story belong to the story: nothing else fails within half a day of it. */
function apartFromStory({ component, began, ended }: Pick<Outage, "component" | "began" | "ended">): boolean {
  const half = 43_200;
  return toldOutages.every(
    (told) => told.component !== component || ended + half < told.began || began > told.ended + half,
  );
}

/** One row an outage; what has not ended at the end of the term has no end. */
export function outagesCsv(outages: readonly Outage[]): string {
  const header = ["outage_id", "component", "impact", "cause", "began_at", "ended_at", "announced_at", "change"];
  const rows = outages.map(({ id, component, impact, cause, began, ended, change }) => [
    id,
    component,
    impact,
    cause,
    zulu(began),
    ended < end ? zulu(ended) : "",
    change ? zulu(change.announced) : "",
    change?.number ?? "",
  ]);
  return csv(header, rows);
}
