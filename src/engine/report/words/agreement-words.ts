import type { LevelTerms, LowVolume } from "../../agreement/terms.ts";
import type { Bearer, MeasureKind, Moment, RecordKind } from "../../agreement/words.ts";

/** One record and several of them. */
export const recordWords: Readonly<Record<RecordKind, { readonly one: string; readonly many: string }>> = {
  incidents: { one: "incident", many: "incidents" },
  problems: { one: "problem", many: "problems" },
  changes: { one: "change", many: "changes" },
  releases: { one: "release", many: "releases" },
  requests: { one: "service request", many: "service requests" },
  outages: { one: "outage", many: "outages" },
  samples: { one: "sample", many: "samples" },
  calls: { one: "call", many: "calls" },
  surveys: { one: "survey answer", many: "survey answers" },
  deliveries: { one: "delivery", many: "deliveries" },
};

/** A moment as what happened to a record: `from being opened until it is resolved`. */
export const momentWords: Readonly<Record<Moment, { readonly done: string; readonly when: string }>> = {
  opened: { done: "opened", when: "it is opened" },
  responded: { done: "responded to", when: "it is responded to" },
  resolved: { done: "resolved", when: "it is resolved" },
  closed: { done: "closed", when: "it is closed" },
  reopened: { done: "reopened", when: "it is reopened" },
  attached: { done: "brought under this agreement", when: "it comes under this agreement" },
  "incident resolved": { done: "settled by the end of the incident", when: "its incident is resolved" },
  "cause found": { done: "traced to a cause", when: "its cause is found" },
  "cause report delivered": { done: "explained in a delivered cause report", when: "its cause report is delivered" },
  requested: { done: "requested", when: "it is requested" },
  approved: { done: "approved", when: "it is approved" },
  planned: { done: "planned", when: "it is planned" },
  "planned end": { done: "ended as planned", when: "its planned end comes" },
  start: { done: "started", when: "its work starts" },
  implemented: { done: "implemented", when: "it is implemented" },
  reviewed: { done: "reviewed", when: "it is reviewed" },
  fulfilled: { done: "fulfilled", when: "it is fulfilled" },
  queued: { done: "queued", when: "it joins the queue" },
  answered: { done: "answered", when: "it is answered" },
  abandoned: { done: "abandoned", when: "it is abandoned" },
  due: { done: "due", when: "it is due" },
  delivered: { done: "delivered", when: "it is delivered" },
  received: { done: "received", when: "the provider receives it" },
  "handed on": { done: "handed on", when: "the provider hands it on" },
  began: { done: "begun", when: "it begins" },
  ended: { done: "ended", when: "it ends" },
  announced: { done: "announced", when: "it is announced" },
  "client message": { done: "written to by the client", when: "the client writes" },
  reply: { done: "replied to", when: "the provider replies" },
};

/** A measure by name, as in the list of terms. */
export const measureWords: Readonly<Record<MeasureKind, string>> = {
  "share in time": "share of records in time",
  "share of records": "share of good records",
  "share of time": "share of the agreed service time",
  "share of samples": "share of good samples",
  "share of answers": "share of good answers",
  average: "average",
  percentile: "percentile",
  number: "number",
  rate: "rate",
  "time between failures": "mean time between failures",
  "time to restore": "mean time to restore service",
  "time between incidents": "mean time between incidents",
  backlog: "backlog at the end of the period",
  score: "weighted score of other service levels",
  entered: "figure entered by hand, with evidence",
};

export const bearerWords: Readonly<Record<Bearer, string>> = {
  client: "the client bears it",
  vendor: "a vendor of the supplier bears it",
  team: "a team of the supplier bears it",
  nobody: "nobody bears it",
};

export const kindWords: Readonly<Record<LevelTerms["kind"], string>> = {
  SLA: "service level agreement with the client",
  OLA: "operational level agreement with a team of the supplier",
  UC: "underpinning contract with a vendor",
};

/** `low_volume.then`, completed by the number of misses allowed. */
export const lowVolumeWords: Readonly<Record<LowVolume["then"], (misses: number) => string>> = {
  "not rated": () => "no verdict is given",
  "allow misses": (misses) => `${misses === 1 ? "one miss is" : `${misses} misses are`} allowed whatever the share`,
  "join next period": () => "they are judged together with those of the next period",
};

export const judgedPerWords: Readonly<Record<LevelTerms["judgedPer"], string>> = {
  "all together": "all records together",
  service: "each service by itself",
  component: "each component by itself",
  site: "each site by itself",
  priority: "each priority by itself",
};

export const abandonedWords: Readonly<Record<NonNullable<LevelTerms["abandoned"]>, string>> = {
  missed: "A call that the caller gives up counts as missed.",
  "left out": "A call that the caller gives up is left out.",
  answered: "A call that the caller gives up counts as answered when it is given up.",
};

export const leftOutWords: Readonly<Record<LevelTerms["leftOut"], string>> = {
  "shared among the others": "The share of a part without a verdict is divided among the other parts.",
  "counts as met": "A part without a verdict counts as met.",
};
