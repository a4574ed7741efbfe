/** The closed lists of the format, one place each; types, schemas and prose are all made from them. */

export const recordKinds = [
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
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** Moments a clock may start or stop at, and a mapping can give. */
export const moments = [
  "opened",
  "responded",
  "resolved",
  "closed",
  "reopened",
  "attached",
  "incident resolved",
  "cause found",
  "cause report delivered",
  "requested",
  "approved",
  "planned",
  "planned end",
  "start",
  "implemented",
  "reviewed",
  "fulfilled",
  "queued",
  "answered",
  "abandoned",
  "due",
  "delivered",
  "received",
  "handed on",
  "began",
  "ended",
  "announced",
  "client message",
  "reply",
] as const;
export type Moment = (typeof moments)[number];

/** What a service level measures: the shapes of the format. */
export const measureKinds = [
  "share in time",
  "share of records",
  "share of time",
  "share of samples",
  "share of answers",
  "average",
  "percentile",
  "number",
  "rate",
  "time between failures",
  "time to restore",
  "time between incidents",
  "backlog",
  "score",
  "entered",
] as const;
export type MeasureKind = (typeof measureKinds)[number];

export const verdicts = ["met", "at minimum", "missed", "not rated", "undetermined", "held"] as const;
export type Verdict = (typeof verdicts)[number];

/** Who bears a pause. */
export type Bearer = "client" | "vendor" | "team" | "nobody";
