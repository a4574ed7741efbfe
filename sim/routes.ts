import type { Holder, Priority } from "./incident.ts";
import { type Second, when } from "./london.ts";
import type { Chance } from "./random.ts";
import { always, type Hours, officeHours, supportHours } from "./working-hours.ts";

/** Hours in which work on a priority goes on. */
export const hoursOf: Readonly<Record<Priority, Hours>> = {
  P1: always,
  P2: supportHours,
  P3: officeHours,
  P4: officeHours,
};

/** One holder's part of the work: what it is given for each priority, in hours. */
export interface Leg {
  readonly holder: Holder;
  readonly given: Readonly<Record<Priority, number>>;
  readonly hours: Readonly<Record<Priority, Hours>>;
}

const leg = (holder: Holder, [P1, P2, P3, P4]: readonly [number, number, number, number], hours = hoursOf): Leg => ({
  holder,
  given: { P1, P2, P3, P4 },
  hours,
});

const roundTheClock = { P1: always, P2: always, P3: always, P4: always };

const deskAlone = leg("service-desk", [3, 6, 28, 76]);
const deskFirst = leg("service-desk", [0.25, 0.5, 2, 4]);
const platform = leg("platform", [0.5, 1.5, 6, 9]);
const applications = leg("applications", [2.75, 5, 19, 57]);
const quillnet = leg("quillnet", [2, 5.5, 16, 30], roundTheClock);
const quillnetAmended = leg("quillnet", [2, 4, 16, 30], roundTheClock);
const oakrack = leg("oakrack", [2.25, 4, 10, 20], { ...hoursOf, P2: always });

/** Service and component concerned, with the share of incidents that go this way. */
const ways = [
  [{ service: "workplace", component: "", legs: [deskAlone] }, 36],
  [{ service: "workplace", component: "office-network", legs: [deskFirst, platform] }, 10],
  [{ service: "claims-platform", component: "", legs: [deskAlone] }, 14],
  [{ service: "claims-platform", component: "claims-application", legs: [deskFirst, applications] }, 19],
  [{ service: "claims-platform", component: "claims-hosting", legs: [deskFirst, platform, oakrack] }, 3],
  [{ service: "claims-platform", component: "document-store", legs: [deskFirst, platform] }, 2],
  [{ service: "claims-platform", component: "circuit-north", legs: [deskFirst, platform, quillnet] }, 1.6],
  [{ service: "claims-platform", component: "circuit-south", legs: [deskFirst, platform, quillnet] }, 1.4],
  [{ service: "policy-portal", component: "", legs: [deskAlone] }, 7],
  [{ service: "policy-portal", component: "claims-application", legs: [deskFirst, applications] }, 3],
  [{ service: "policy-portal", component: "portal-hosting", legs: [deskFirst, platform, oakrack] }, 3],
] as const;

export interface Way {
  readonly service: string;
  readonly component: string;
  readonly legs: readonly Leg[];
}

/** The way an incident opened at an instant will go. Quillnet is given less time from October 2025 on. */
export function wayOf(chance: Chance, opened: Second): Way {
  const way: Way = chance.pick<Way>(ways);
  if (opened < when("2025-10-01 00:00")) return way;
  return { ...way, legs: way.legs.map((each) => (each === quillnet ? quillnetAmended : each)) };
}
