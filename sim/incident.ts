import type { Second } from "./london.ts";

export type Priority = "P1" | "P2" | "P3" | "P4";
export type Holder = "service-desk" | "platform" | "applications" | "quillnet" | "oakrack";

/** The state words of the tool. */
export type IncidentState =
  | "New"
  | "In Progress"
  | "Awaiting User"
  | "Awaiting Access"
  | "Awaiting Vendor"
  | "Awaiting Change"
  | "Resolved"
  | "Closed"
  | "Closed Duplicate"
  | "Cancelled";

/** What is known of an incident from one change to the next. */
export interface Snapshot {
  readonly at: Second;
  readonly state: IncidentState;
  readonly priority: Priority;
  readonly holder: Holder;
  readonly component: string;
  readonly closeCode: string;
}

/** An incident before it has a number: where it comes from and all that will happen to it. */
export interface Course {
  readonly opened: Second;
  readonly service: string;
  readonly site: string;
  readonly contact: "Phone" | "Portal" | "Email" | "Monitoring";
  readonly caller: string;
  /** The line in which it is told. */
  readonly about: string;
  /** The configuration item, once the component is known. */
  readonly item: string;
  readonly history: readonly Snapshot[];
}

export interface Incident extends Course {
  readonly number: string;
  /** The incident it repeats; empty for most. */
  readonly parent: string;
}

/** The history with one more change; an instant never lies before the one it follows. */
export function changed(history: readonly Snapshot[], at: Second, change: Partial<Omit<Snapshot, "at">>): Snapshot[] {
  const last = history.at(-1);
  if (last === undefined) throw new RangeError("a history begins with its opening");
  return [...history, { ...last, ...change, at: Math.max(at, last.at + 1) }];
}

/** The instant of the last change so far. */
export const now = (history: readonly Snapshot[]): Second => history.at(-1)?.at ?? 0;

export const sites = [
  ["leeds", 44],
  ["bradford", 22],
  ["york", 14],
  ["home", 20],
] as const;
