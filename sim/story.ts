import type { Verdict } from "../src/engine/agreement/words.ts";
import { type Second, utc, when } from "./london.ts";
import { monthAt } from "./term.ts";

/**
 * How the two years went, each from April on; a factor of one is a usual month. A quiet first year; from January
 * to March 2025 a storage fault, a line that was cut and a gap in the staff; then slowly better than before.
 */
const course = {
  /** Incidents raised. Storms bring claims in winter, and August is quiet. */
  demand: [
    [1.1, 1, 0.98, 0.93, 0.88, 1, 1.02, 1.04, 0.86, 1.1, 1.14, 1.12],
    [1.03, 0.98, 0.97, 0.93, 0.88, 1, 1.02, 1.03, 0.85, 1.12, 1.02, 0.98],
  ],
  /** Time each holder takes. */
  "service-desk": [
    [1.06, 1.04, 1, 0.98, 0.97, 1, 1, 1.02, 1, 1.12, 1.3, 2.25],
    [1.1, 1.05, 0.98, 0.96, 0.95, 0.94, 0.9, 0.92, 0.92, 0.93, 0.9, 0.88],
  ],
  platform: [
    [1, 0.98, 1, 1, 0.97, 1, 1.02, 1, 0.98, 1.35, 1.2, 1.25],
    [1.05, 1, 0.98, 1, 0.95, 0.95, 0.94, 0.95, 0.93, 0.95, 0.92, 0.9],
  ],
  applications: [
    [1.05, 1, 1, 0.98, 1, 1, 1.02, 1.04, 1, 1.2, 1.15, 1.45],
    [1.05, 1, 1, 0.98, 0.97, 0.96, 0.9, 0.92, 0.9, 0.92, 0.9, 0.9],
  ],
  quillnet: [
    [0.9, 0.9, 0.95, 0.95, 1, 1, 1.1, 1.15, 1.2, 1.5, 2.2, 1.9],
    [1.3, 1.1, 1, 1, 0.95, 0.95, 0.9, 0.9, 0.92, 0.95, 0.9, 0.9],
  ],
  oakrack: [
    [0.9, 0.95, 0.9, 0.95, 0.9, 0.95, 1, 1, 1, 1.6, 1.15, 1],
    [0.95, 0.95, 0.9, 0.9, 0.95, 0.9, 0.9, 0.9, 0.9, 0.95, 0.9, 0.9],
  ],
  /** Short outages. */
  outages: [
    [0.8, 0.8, 0.7, 0.8, 0.7, 0.8, 0.3, 0.9, 0.8, 1.3, 1.3, 1],
    [0.8, 0.7, 0.7, 0.7, 0.6, 0.7, 0.7, 0.6, 0.7, 0.8, 0.7, 0.6],
  ],
  /** Changes asked for. The systems are frozen from December until the renewals are through. */
  changes: [
    [1, 1, 1, 1, 0.9, 1, 1.05, 1, 0.08, 1, 1, 1],
    [1, 1, 1, 1, 0.9, 1, 1.05, 1, 0.08, 1.05, 1, 1],
  ],
  /** Changes that go wrong. */
  failures: [
    [0.9, 0.8, 0.9, 0.8, 0.7, 0.8, 0.9, 0.9, 0.7, 2, 1.8, 4],
    [1.1, 0.9, 0.8, 0.8, 0.7, 0.7, 0.6, 0.7, 0.6, 0.7, 0.6, 0.6],
  ],
  /** Time a caller waits. */
  queue: [
    [1.05, 1, 0.98, 0.95, 0.9, 1, 1, 1.02, 0.95, 1.2, 1.35, 1.95],
    [1.15, 1, 0.95, 0.92, 0.88, 0.95, 0.92, 0.94, 0.9, 1.38, 0.95, 0.88],
  ],
  /** Unhappy answers. */
  complaints: [
    [1.05, 1, 0.95, 0.95, 0.9, 1, 1, 1, 0.95, 1.5, 1.6, 2.4],
    [1.15, 1, 0.95, 0.9, 0.9, 0.9, 0.85, 0.9, 0.85, 0.9, 0.85, 0.8],
  ],
} as const;

export type Lever = keyof typeof course;

/** The factor of something in the month of an instant. */
export function factor(lever: Lever, at: Second): number {
  const month = monthAt(at);
  return course[lever][Math.floor(month / 12)]?.[month % 12] ?? 1;
}

/** An outage that is part of the story and happens whatever the seed. */
export interface ToldOutage {
  readonly id: string;
  readonly component: string;
  readonly cause: string;
  readonly began: Second;
  readonly ended: Second;
}

export const toldOutages: readonly ToldOutage[] = [
  told("OUT240618-91 claims-application client upload", when("2024-06-18 09:40"), when("2024-06-18 10:52")),
  told("OUT240921-91 circuit-north site power", when("2024-09-21 08:00"), when("2024-09-21 11:30")),
  told("OUT240921-92 circuit-south site power", when("2024-09-21 08:00"), when("2024-09-21 11:30")),
  // from 01:10 to 01:25 on the clocks of the night that had 25 hours: an hour and a quarter
  told("OUT241027-91 claims-application database", utc("2024-10-27 00:10"), utc("2024-10-27 01:25")),
  told("OUT250114-91 claims-hosting storage controller", when("2025-01-14 10:14"), when("2025-01-14 13:02")),
  told("OUT250114-92 claims-hosting storage controller", when("2025-01-14 13:20"), when("2025-01-14 16:55")),
  told("OUT250114-93 portal-hosting storage controller", when("2025-01-14 10:21"), when("2025-01-14 12:55")),
  told("OUT250211-91 circuit-north cable cut", when("2025-02-11 02:10"), when("2025-02-11 13:40")),
  told("OUT250211-92 circuit-south router", when("2025-02-11 09:00"), when("2025-02-11 13:20")),
  // from 00:40 to 02:10 on the clocks of the night that had 23 hours: half an hour
  told("OUT250330-91 claims-application database", when("2025-03-30 00:40"), when("2025-03-30 02:10")),
  told("OUT251118-91 claims-application sign-in service", when("2025-11-18 07:50"), when("2025-11-18 10:05")),
];

/** The Sunday on which planned work went on after its window, and for how many seconds it lasted. */
export const overrun = { began: when("2024-06-09 02:00"), lasted: 17_300 };

/** The critical incident whose cause lay with the maker of the storage controller, and how much longer it took. */
export const slowCause = { incident: "INC250114901", factor: 5 };

/** The report on January 2025 was held back for that cause, and came two days late. */
export const lateReport = { month: "2025-02", delivered: when("2025-02-14 16:40") };

/** The survey tool moved to another mail domain: for a month nobody was asked. */
export const silence: readonly [Second, Second] = [when("2025-08-01 00:00"), when("2025-09-01 00:00")];

/** Hours in which the collector of samples was down, start and end. */
export const blindHours: readonly (readonly [Second, Second])[] = [
  [when("2024-11-02 22:00"), when("2024-11-03 07:00")],
  [when("2025-11-14 18:10"), when("2025-11-16 20:00")],
];

/** Days on which the store was extended, and by how much of its size; the second one came three weeks late. */
export const extensions: readonly (readonly [Second, number])[] = [
  [when("2024-10-19 21:00"), 0.155],
  [when("2025-07-24 22:00"), 0.25],
];

/** A month of the story: what happens in it, and the verdicts that show it, by agreement/level and group. */
export interface Chapter {
  readonly month: string;
  readonly happens: string;
  readonly shows: Readonly<Record<string, Verdict>>;
}

export const chapters: readonly Chapter[] = [
  {
    month: "2024-04",
    happens: "The contract begins on Easter Monday. Until the end of June misses cost nothing.",
    shows: { "meridian-sla/first-response": "met", "meridian-sla/repair": "met" },
  },
  {
    month: "2024-06",
    happens:
      "An upload by the claims team locks the application for 72 minutes; relief is granted. A Sunday's work goes on after its window, and what goes beyond counts.",
    shows: { "meridian-sla/claims-uptime": "met", "oakrack-uc/hosting-uptime/claims-hosting": "missed" },
  },
  {
    month: "2024-09",
    happens:
      "The insurer renews the power of its machine room on a Saturday. Both lines are down, and relief is granted in the SLA and in the contract with Quillnet.",
    shows: { "meridian-sla/claims-uptime": "met", "quillnet-uc/line-uptime/circuit-north": "met" },
  },
  {
    month: "2024-10",
    happens: "In the night with 25 hours the application fails for 75 minutes; the clocks on the wall say 15.",
    shows: { "meridian-sla/claims-uptime": "met", "applications-ola/application-uptime": "missed" },
  },
  {
    month: "2024-12",
    happens: "The systems are frozen for the renewals: too few changes to judge, they join those of January.",
    shows: { "meridian-sla/clean-changes": "not rated" },
  },
  {
    month: "2025-01",
    happens:
      "Storage of the claims platform fails twice on one day (INC250114901), for six and a half hours. Its maker takes too long to name the cause.",
    shows: {
      "meridian-sla/claims-uptime": "missed",
      "meridian-sla/critical-repair": "missed",
      "meridian-sla/cause-reports": "missed",
      "meridian-sla/user-satisfaction": "at minimum",
      "oakrack-uc/hosting-restored": "missed",
      "oakrack-uc/hosting-uptime/claims-hosting": "missed",
    },
  },
  {
    month: "2025-02",
    happens:
      "A cable is cut, and before it is mended the router of the other line fails (INC250211902): Leeds is cut off for more than four hours. The claims platform is missed a second time in a row; an improvement plan is due, and the report on January comes two days late.",
    shows: {
      "meridian-sla/claims-uptime": "missed",
      "meridian-sla/reports-on-time": "missed",
      "quillnet-uc/line-restored": "missed",
      "quillnet-uc/line-uptime/circuit-north": "missed",
    },
  },
  {
    month: "2025-03",
    happens:
      "Half of the service desk has left or is ill (agents in calls.csv) in the weeks of the storm claims: callers and tickets wait.",
    shows: {
      "meridian-sla/first-response": "missed",
      "meridian-sla/repair": "missed",
      "meridian-sla/calls-picked-up": "missed",
      "meridian-sla/user-satisfaction": "missed",
      "meridian-sla/claims-uptime": "met",
    },
  },
  {
    month: "2025-04",
    happens: "New colleagues have started, and the desk is back within its times.",
    shows: {
      "meridian-sla/first-response": "met",
      "meridian-sla/repair": "met",
      "meridian-sla/calls-picked-up": "met",
    },
  },
  {
    month: "2025-07",
    happens:
      "New weights hold: the telephone counts twice as much, changes no longer. The store of scans is extended three weeks late.",
    shows: { "meridian-sla/document-headroom": "missed", "platform-ola/store-extended": "missed" },
  },
  {
    month: "2025-08",
    happens:
      "The claims platform is met for the sixth month in a row, which earns back half of a credit. The survey tool moves, and nobody is asked.",
    shows: { "meridian-sla/claims-uptime": "met", "meridian-sla/user-satisfaction": "not rated" },
  },
  {
    month: "2025-10",
    happens:
      "The amendment holds: incidents of priority 2 are repaired within six hours instead of eight, and lines within four.",
    shows: { "meridian-sla/repair": "met", "quillnet-uc/line-repaired": "met" },
  },
  {
    month: "2025-11",
    happens:
      "Nobody can sign in for more than two hours. Each side names the other's certificate, so the result is held (DP-2025-01). The collector of samples is down for two days.",
    shows: { "meridian-sla/claims-uptime": "held", "meridian-sla/document-headroom": "undetermined" },
  },
  {
    month: "2026-01",
    happens: "A week of storms: callers wait, and the telephone now has twice the weight.",
    shows: { "meridian-sla/calls-picked-up": "at minimum" },
  },
  {
    month: "2026-03",
    happens: "The last month. The records were exported on 9 April; some incidents are still open.",
    shows: { "meridian-sla/repair": "met", "meridian-sla/claims-uptime": "met" },
  },
];

/** The critical service level that is missed twice, costs more for it, and wins half of that back. */
export const wonBack = {
  level: "meridian-sla/claims-uptime",
  missed: ["2025-01", "2025-02"],
  met: ["2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08"],
} as const;

function told(what: string, began: Second, ended: Second): ToldOutage {
  const [id = "", component = "", ...cause] = what.split(" ");
  return { id, component, cause: cause.join(" "), began, ended };
}
