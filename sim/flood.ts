import { type Course, changed, type Snapshot, sites } from "./incident.ts";
import type { Second } from "./london.ts";
import type { Chance } from "./random.ts";
import { type ToldOutage, toldOutages } from "./story.ts";
import { after, officeHours } from "./working-hours.ts";

/** What users miss when one of these is down. */
const missed: Readonly<Record<string, { readonly service: string; readonly about: string }>> = {
  "claims-application": { service: "claims-platform", about: "Claims platform does not open" },
  "claims-hosting": { service: "claims-platform", about: "Claims platform does not open" },
  "circuit-south": { service: "claims-platform", about: "Nothing works in Leeds" },
  "portal-hosting": { service: "policy-portal", about: "Portal shows an error page" },
};

/** Users who tell the desk what monitoring already has told it, while the offices are open: closed as duplicates. */
export function floodCourses(chance: Chance): Course[] {
  return toldOutages.flatMap((outage) => momentsOf(chance, outage).map((at) => courseOf(chance, outage, at)));
}

/** Calls of the same users, in order. */
export const floodCalls = (chance: Chance): Second[] =>
  toldOutages.flatMap((outage) => [...momentsOf(chance, outage), ...momentsOf(chance, outage)]).sort((a, b) => a - b);

/** Most of them in the first half hour. */
function momentsOf(chance: Chance, { component, began, ended }: ToldOutage): Second[] {
  const isOpen = after(officeHours, began, 600) - began === 600;
  if (missed[component] === undefined || !isOpen) return [];
  const count = chance.count(Math.min(26, (ended - began) / 360));
  const moments = Array.from({ length: count }, () => began + 420 + Math.round(chance.around(1500, 0.8)));
  return moments.filter((at) => at < ended).sort((a, b) => a - b);
}

function courseOf(chance: Chance, { component }: ToldOutage, opened: Second): Course {
  const { service = "", about = "" } = missed[component] ?? {};
  const contact = chance.happens(0.7) ? "Phone" : "Portal";
  const caller = `MHM-${String(chance.whole(1, 1180)).padStart(4, "0")}`;
  const priority = chance.happens(0.6) ? "P2" : "P3";
  const start: Snapshot = { at: opened, state: "New", priority, holder: "service-desk", component: "", closeCode: "" };
  const taken = changed([start], opened + chance.whole(20, contact === "Phone" ? 120 : 900), { state: "In Progress" });
  const said = { state: "Closed Duplicate", closeCode: "duplicate" } as const;
  const history = changed(taken, opened + chance.whole(960, 1800), said);
  return { opened, service, site: chance.pick(sites), contact, caller, about, item: "", history };
}
