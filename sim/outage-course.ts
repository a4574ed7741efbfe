import { type Course, changed, type Holder, now, type Priority, type Snapshot } from "./incident.ts";
import { closed } from "./incident-course.ts";
import { itemOf } from "./items.ts";
import type { Second } from "./london.ts";
import type { Outage } from "./outages.ts";
import type { Chance } from "./random.ts";
import { factor, toldOutages } from "./story.ts";

/** Service that users miss, and the holders an alarm passes through. */
const alarms: Readonly<
  Record<string, { readonly service: string; readonly holders: readonly Holder[]; readonly down: Priority }>
> = {
  "claims-application": { service: "claims-platform", holders: ["applications"], down: "P1" },
  "claims-hosting": { service: "claims-platform", holders: ["platform", "oakrack"], down: "P1" },
  "portal-hosting": { service: "policy-portal", holders: ["platform", "oakrack"], down: "P2" },
  "circuit-north": { service: "claims-platform", holders: ["platform", "quillnet"], down: "P2" },
  "circuit-south": { service: "claims-platform", holders: ["platform", "quillnet"], down: "P2" },
  "office-network": { service: "workplace", holders: ["platform"], down: "P2" },
};

/** Outages of one component with less than an hour between them are one incident, reopened. */
const sameIncident = 3600;

/** The incidents that monitoring raises for failures, each with everything that will happen to it. */
export function alarmCourses(chance: Chance, outages: readonly Outage[]): Course[] {
  const failures = outages.filter(({ change }) => change === null);
  const isFirst = (outage: Outage): boolean => followed(failures, outage) === null;
  return failures.filter(isFirst).map((outage) => courseOf(chance, outage, failures));
}

/** The earlier outage of the same incident, if there is one. */
function followed(failures: readonly Outage[], { id, component, began }: Outage): Outage | null {
  const isBefore = (other: Outage): boolean =>
    other.id !== id && other.component === component && other.began < began && began - other.ended < sameIncident;
  return failures.find(isBefore) ?? null;
}

function courseOf(chance: Chance, outage: Outage, failures: readonly Outage[]): Course {
  const { service, holders, down } = alarms[outage.component] ?? {
    service: "workplace",
    holders: ["platform"],
    down: "P3",
  };
  const priority = outage.impact === "DEGRADED" ? "P3" : bothCircuits(outage) ? "P1" : down;
  const opened = outage.began + chance.whole(60, 240);
  const start: Snapshot = {
    at: opened,
    state: "New",
    priority,
    holder: "service-desk",
    component: outage.component,
    closeCode: "",
  };
  const taken = chance.around(330, 0.5) * factor("service-desk", opened);
  const first = changed([start], opened + taken, { state: "In Progress" });
  const handed = holders.reduce<readonly Snapshot[]>((history, holder) => {
    const gap = chance.around(holder === "platform" || holder === "applications" ? 420 : 900, 0.4);
    const state = holder === "quillnet" || holder === "oakrack" ? "Awaiting Vendor" : "In Progress";
    return changed(history, now(history) + Math.round(gap), { holder, state });
  }, rounded(first));
  const settled = resolvedBy(handed, outage.ended + chance.whole(180, 900));
  const about = `${outage.impact === "DOWN" ? "Down" : "Degraded"}: ${outage.component}`;
  const item = outage.cause === "storage controller" ? "CLM-SAN-01" : itemOf(chance, outage.component);
  const again = failures.find((other) => followed(failures, other)?.id === outage.id);
  const history = again
    ? resolvedBy(changed(settled, again.began + 150, { state: "In Progress", closeCode: "" }), again.ended + 480)
    : settled;
  return {
    opened,
    service,
    site: "leeds",
    contact: "Monitoring",
    caller: "monitoring",
    about,
    item,
    history: closed(history),
  };
}

/** Resolved at an instant; hand-overs that would come later never happen. */
function resolvedBy(history: readonly Snapshot[], at: Second): Snapshot[] {
  const before = history.filter((each, index) => index < 2 || each.at < at);
  return changed(before, at, { state: "Resolved", closeCode: "solved" });
}

const rounded = (history: readonly Snapshot[]): Snapshot[] =>
  history.map((each) => ({ ...each, at: Math.round(each.at) }));

/** The second circuit of a pair that the story takes down together. */
const bothCircuits = ({ id, component }: Outage): boolean =>
  component === "circuit-south" && toldOutages.some((told) => told.id === id);
