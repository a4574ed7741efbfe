/** The closed lists of the format, one place each; the schema and the prose are held to them by type. */

export type RecordKind =
  | "incidents"
  | "problems"
  | "changes"
  | "releases"
  | "requests"
  | "outages"
  | "samples"
  | "calls"
  | "surveys"
  | "deliveries";

export const recordKinds: readonly RecordKind[] = [
  "incidents",
  "problems",
  "changes",
  "releases",
  "requests",
  "outages",
  "samples",
  "calls",
  "surveys",
  "deliveries",
];

/** Moments a clock may start or stop at; `moments.ts` in `record` says how each is read from a history. */
export type Moment =
  | "opened"
  | "responded"
  | "resolved"
  | "closed"
  | "reopened"
  | "attached"
  | "incident resolved"
  | "cause found"
  | "cause report delivered"
  | "requested"
  | "approved"
  | "planned"
  | "start"
  | "implemented"
  | "reviewed"
  | "fulfilled"
  | "queued"
  | "answered"
  | "abandoned"
  | "due"
  | "delivered"
  | "received"
  | "handed on"
  | "began"
  | "ended"
  | "announced"
  | "client message"
  | "reply";

/** What a service level measures: the shapes of the format. */
export type MeasureKind =
  | "share in time"
  | "share of records"
  | "share of time"
  | "share of samples"
  | "share of answers"
  | "average"
  | "percentile"
  | "number"
  | "rate"
  | "time between failures"
  | "time to restore"
  | "time between incidents"
  | "backlog"
  | "score"
  | "entered";

export type Verdict = "met" | "at minimum" | "missed" | "not rated" | "undetermined" | "held";

/** Who bears a pause. */
export type Bearer = "client" | "vendor" | "team" | "nobody";
