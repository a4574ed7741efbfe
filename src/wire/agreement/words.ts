import { z } from "zod";
import { type MeasureKind, type Moment, recordKinds, type Verdict } from "../../engine/agreement/words.ts";

/** The closed lists of the format as schemas. */

const moments = [
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
] as const satisfies readonly Moment[];

const measures = [
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
] as const satisfies readonly MeasureKind[];

const verdicts = [
  "met",
  "at minimum",
  "missed",
  "not rated",
  "undetermined",
  "held",
] as const satisfies readonly Verdict[];

export const recordKind = z.enum(recordKinds as [(typeof recordKinds)[number], ...(typeof recordKinds)[number][]]);
export const moment = z.enum(moments);
/** Which period a record belongs to; `the stop` of its clock is null. */
export const countedBy = z.union([
  z.enum([...moments, "each event", "closing snapshot"]),
  z.literal("the stop").transform((): null => null),
]);
export const measureKind = z.enum(measures);
export const verdict = z.enum(verdicts);
