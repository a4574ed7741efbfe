import { type Second, when } from "./london.ts";
import { monthAt } from "./term.ts";

/** How the fourteen months went: January 2025 first. A factor of one is a usual month. */
const course = {
  /** Incidents raised. */
  demand: [1.02, 0.98, 1, 0.96, 0.98, 1.04, 1.12, 1.16, 1.14, 1.04, 1, 0.92, 1.02, 0.98],
  /** Time each holder takes. The summer went badly; from October it became better, slowly. */
  "service-desk": [1, 0.98, 1.05, 0.97, 1, 1.15, 1.6, 1.85, 1.7, 1.3, 1.15, 1.04, 0.96, 0.9],
  platform: [0.95, 1, 1.05, 1, 0.98, 1.1, 1.3, 1.4, 1.3, 1.15, 1.05, 1, 0.95, 0.92],
  applications: [1, 1, 1.1, 1, 1, 1.15, 1.65, 1.8, 1.7, 1.3, 1.1, 1, 0.95, 0.9],
  quillnet: [0.9, 0.9, 1, 1.1, 1.3, 1.7, 2.1, 2.2, 2, 1.5, 1.2, 1.05, 0.95, 0.95],
  oakrack: [0.9, 0.95, 0.9, 1, 0.95, 1, 1.1, 1.15, 1, 0.95, 0.9, 0.9, 0.95, 0.9],
  /** Short outages. */
  outages: [0.8, 0.9, 1, 0.8, 0.9, 1.2, 1.7, 1.6, 1.5, 1, 0.9, 0.8, 0.7, 0.7],
  /** Changes that go wrong. */
  failures: [0.7, 0.9, 1.2, 0.7, 0.8, 1.3, 4, 5, 4, 1.6, 1.1, 0.8, 0.6, 0.5],
  /** Time a caller waits. */
  queue: [0.95, 0.95, 1, 0.9, 1, 1.25, 1.7, 1.9, 1.75, 1.35, 1.15, 1.05, 0.95, 0.85],
  /** Unhappy answers. */
  complaints: [1, 0.95, 1.05, 0.9, 1, 1.2, 1.9, 2.2, 2, 1.4, 1.15, 1, 0.85, 0.8],
} as const;

export type Lever = keyof typeof course;

/** The factor of something in the month of an instant. */
export const factor = (lever: Lever, at: Second): number => course[lever][monthAt(at)] ?? 1;

/** An outage that is part of the story and happens whatever the seed. */
export interface ToldOutage {
  readonly id: string;
  readonly component: string;
  readonly cause: string;
  readonly began: Second;
  readonly ended: Second;
}

export const toldOutages: readonly ToldOutage[] = [
  told(["OUT250318-91", "tenancy-application", "client upload"], "2025-03-18 09:40", "2025-03-18 10:52"),
  told(["OUT250510-91", "circuit-north", "site power"], "2025-05-10 08:00", "2025-05-10 11:30"),
  told(["OUT250510-92", "circuit-south", "site power"], "2025-05-10 08:00", "2025-05-10 11:30"),
  told(["OUT250709-91", "tenancy-application", "release"], "2025-07-09 14:05", "2025-07-09 15:50"),
  told(["OUT250812-91", "tenancy-hosting", "storage controller"], "2025-08-12 10:14", "2025-08-12 13:02"),
  told(["OUT250812-92", "tenancy-hosting", "storage controller"], "2025-08-12 13:20", "2025-08-12 16:55"),
  told(["OUT250923-91", "circuit-north", "cable cut"], "2025-09-23 02:10", "2025-09-23 13:40"),
  told(["OUT250923-92", "circuit-south", "router"], "2025-09-23 11:00", "2025-09-23 13:10"),
];

/** Hours in which the collector of samples was down, start and end. */
export const blindHours: readonly (readonly [Second, Second])[] = [
  [when("2025-05-03 22:00"), when("2025-05-04 07:00")],
  [when("2025-11-14 18:10"), when("2025-11-16 20:00")],
];

function told(what: readonly [id: string, component: string, cause: string], from: string, to: string): ToldOutage {
  const [id, component, cause] = what;
  return { id, component, cause, began: when(from), ended: when(to) };
}
