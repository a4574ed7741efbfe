import type { Fraction } from "../number/fraction.ts";
import type { Day } from "../time/civil.ts";
import type { CalendarTerms } from "./hours.ts";
import type { Allowed, Mark } from "./quantity.ts";
import type { Rules } from "./rules.ts";
import type { Exception, Selection } from "./selection.ts";
import type { Bearer, MeasureKind, Moment, RecordKind } from "./words.ts";

/** Which version of an agreement says so: the signed text is 1, each amendment adds 1. */
export interface Version {
  readonly number: number;
  readonly from: Day;
  /** Last day, included; null: until the agreement ends. */
  readonly until: Day | null;
  /** The amendment that made it, null for the signed text. */
  readonly amendment: string | null;
  /** Which clocks the amendment reaches beside those that start under it; absent: none. */
  readonly appliesTo?: "open records too" | "all records of the period";
}

/** One row of a clock's table: what is allowed to records of this priority, offering, service or site. */
export interface ClockRow {
  readonly within: Allowed | null;
  readonly calendar: string;
  readonly clause: string | null;
}

/** The clock of a service level: rules in force are those of the level that carries it. */
export interface ClockTerms {
  readonly starts: Moment;
  readonly stops: Moment;
  /** Due at another moment of the record instead of within a time. */
  readonly by: Moment | null;
  /** Field whose value picks the row; null: the one row under `*`. */
  readonly per: "priority" | "offering" | "service" | "site" | null;
  readonly rows: Readonly<Record<string, ClockRow>>;
  /** The reasons of waiting for which this clock stops, and nothing else. */
  readonly pauses: readonly string[];
}

/** A reason of waiting as defined by the contract. */
export interface WaitingTerms {
  readonly id: string;
  readonly name: string;
  readonly bearer: Bearer;
  /** The clock runs again after this much waiting; null: never by itself. */
  readonly endsAfter: Allowed | null;
}

export interface Target {
  readonly expected: Mark | null;
  readonly minimum: Mark | null;
}

/** One step of a staged test: its own time and its own target; all steps must hold. */
export interface Stage extends Target {
  readonly within: Allowed;
  readonly lowVolume: LowVolume | null;
}

export interface LowVolume {
  readonly fewerThan: number;
  readonly then: "not rated" | "allow misses" | "join next period";
  readonly misses: number;
}

/** Downtime that was agreed: only inside `windows` (or with notice), only so long. */
export interface AgreedDowntime {
  readonly windows: readonly string[];
  readonly needs: "approved change" | null;
  readonly notice: Allowed | null;
  readonly atMost: Allowed | null;
  readonly treated: "taken out" | "counted as up" | "not agreed";
}

/** The span a verdict is given for. */
export type PeriodTerms =
  | { readonly kind: "week" | "month" | "quarter" | "year" | "contract year" }
  | { readonly kind: "fixed"; readonly seconds: number }
  | { readonly kind: "rolling"; readonly count: number; readonly of: "days" | "months" };

/** One part of a composite score. */
export interface ScorePart {
  readonly level: string;
  readonly share: Fraction;
}

/** One service level as in force in one version, references and defaults filled in. */
export interface LevelTerms {
  readonly agreement: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly id: string;
  readonly title: string;
  readonly clause: string | null;
  readonly purpose: string | null;
  readonly wording: string | null;
  readonly version: Version;
  /** The team or party that gives the promise; holder of the record while an OLA or UC clock runs. */
  readonly provider: string;
  readonly measure: MeasureKind;
  readonly of: RecordKind | null;
  /** The tool whose records are meant; null: the one that gives this kind. */
  readonly source: string | null;
  readonly where: Selection;
  readonly good: Selection | null;
  readonly except: readonly Exception[];
  readonly services: readonly string[];
  readonly clock: ClockTerms | null;
  readonly stages: readonly Stage[];
  readonly target: Target;
  /** For percentile: which, as a share. */
  readonly percent: Fraction | null;
  /** Share of the slowest records ignored before an average is taken; null: none. */
  readonly trim: Fraction | null;
  /** The field an average, percentile or number is taken of, when it is not the clock. */
  readonly value: string | null;
  /** For `rate`: what the counted records are divided by. */
  readonly per: { readonly of: RecordKind; readonly where: Selection } | null;
  /** Share of time weighted by a field of the outage (users hit) over this many. */
  readonly weightedBy: { readonly field: string; readonly of: Fraction } | null;
  /** Several services or components as one: all needed, any, or at least k of them. */
  readonly together: { readonly atLeast: number; readonly of: readonly string[] } | null;
  /** Figure averaged over this many periods, the newest included; 1: the period alone. */
  readonly overPeriods: number;
  /** Length of a slot for slot-based measures (error rate per slot, packet loss in any 15 minutes); null: none. */
  readonly slot: Allowed | null;
  readonly period: PeriodTerms;
  /** Periods that start before this day are reported without a verdict; absent: every period has one. */
  readonly commences?: Day | null;
  readonly judgedPer: "all together" | "service" | "component" | "site" | "priority";
  /** Calendar of measures without a clock. */
  readonly calendar: string;
  readonly agreedDowntime: AgreedDowntime | null;
  readonly lowVolume: LowVolume | null;
  readonly sampledEvery: Allowed | null;
  readonly completeFrom: Fraction;
  readonly scale: { readonly from: Fraction; readonly to: Fraction } | null;
  readonly abandoned: "missed" | "left out" | "answered" | null;
  readonly parts: readonly ScorePart[];
  readonly points: Readonly<Partial<Record<"met" | "at minimum" | "missed", Fraction>>>;
  readonly leftOut: "shared among the others" | "counts as met";
  readonly underpins: readonly string[];
  readonly rules: Rules;
}

/** A maintenance window as spans is made by `calendar`; this is what was agreed. */
export interface WindowTerms {
  readonly id: string;
  readonly title: string;
  readonly every: "week" | "month" | "quarter" | "year";
  readonly on: string;
  readonly from: number;
  readonly to: number;
  readonly services: readonly string[];
  readonly zone: string;
}

/** What depends on what: the least number of `of` that must be up. */
export interface Dependency {
  readonly atLeast: number;
  readonly of: readonly string[];
}

export interface CatalogueItem {
  readonly id: string;
  readonly name: string;
  readonly dependsOn: readonly Dependency[];
  readonly partOf: string | null;
}

/** Everything that is the same for every level of a contract at an instant: what the corridor reads beside a level. */
export interface ContractTerms {
  readonly id: string;
  readonly title: string;
  readonly reference: string | null;
  readonly client: string;
  readonly supplier: string;
  readonly zone: string;
  readonly currency: string;
  readonly language: string;
  readonly from: Day;
  readonly until: Day;
  readonly calendars: Readonly<Record<string, CalendarTerms>>;
  readonly windows: Readonly<Record<string, WindowTerms>>;
  readonly waiting: Readonly<Record<string, WaitingTerms>>;
  /** In order of severity, the most severe first. */
  readonly priorities: readonly { readonly id: string; readonly name: string; readonly means: string }[];
  readonly catalogue: Readonly<Record<string, CatalogueItem>>;
  /** Who approves a request of an offering; one that needs no approval is approved when opened. */
  readonly offerings?: Readonly<Record<string, { readonly approvedBy: "none" | "client" | "supplier" }>>;
  /** Names of parties, teams and people by id, for reports. */
  readonly names: Readonly<Record<string, string>>;
}
