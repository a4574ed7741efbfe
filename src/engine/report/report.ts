import type { Unit } from "../agreement/quantity.ts";
import type { Verdict } from "../agreement/words.ts";
import type { CalendarLine } from "./calendar-line.ts";
import type { ChangeLine } from "./changes/change-line.ts";
import type { CreditReport } from "./credits/credit-report.ts";
import type { FollowLine } from "./follow-line.ts";

/**
 * The account of one period of one contract as a value: words and decimals only, ready for JSON.
 * Every page, sheet and terminal table is written from it and computes nothing.
 */
export interface Report {
  readonly version: 1;
  readonly contract: {
    readonly id: string;
    readonly title: string;
    readonly reference: string | null;
    readonly client: string;
    readonly supplier: string;
  };
  /** `March 2026`, its first and last day, and the zone that decides days. */
  readonly period: {
    readonly id: string;
    readonly label: string;
    readonly from: string;
    readonly until: string;
    readonly zone: string;
  };
  /** The sentence a manager would say, and one line of reason. */
  readonly answer: string;
  readonly because: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly agreements: readonly AgreementReport[];
  /** What the agreed triggers open because of this period; absent where nothing follows. */
  readonly triggers?: readonly FollowLine[];
  /** What changed in the agreement, and what is signed and coming; absent where nothing did. */
  readonly changes?: readonly ChangeLine[];
  /** The credits of the period under each plan in force, month by month; absent where there is no plan. */
  readonly credits?: readonly CreditReport[];
  readonly findings: readonly FindingLine[];
  /** Every file that was read: rows in equal rows accounted for. */
  readonly files: readonly FileLine[];
  readonly calendars: readonly CalendarLine[];
  readonly glossary: readonly { readonly word: string; readonly meaning: string }[];
  readonly made: {
    readonly engine: string;
    readonly zoneData: string;
    readonly asKnown: string;
    /** The zones that were used, each with the fingerprint of its transitions: whoever recomputes can hold theirs against it. */
    readonly zones: readonly { readonly id: string; readonly version: string; readonly fingerprint: string }[];
  };
}

export interface AgreementReport {
  readonly id: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly title: string;
  readonly provider: string;
  readonly customer: string;
  /** `version 2, from 1 October 2026` */
  readonly version: string;
  readonly levels: readonly LevelReport[];
}

/** One service level (or one group of it) in the report. */
export interface LevelReport {
  readonly id: string;
  readonly agreement: string;
  readonly title: string;
  readonly clause: string | null;
  readonly group: string | null;
  /** What the figures of its charts count, and which way is better. */
  readonly unit: Unit;
  readonly better: "higher" | "lower";
  readonly verdict: Verdict;
  /** Why it is this verdict, in a sentence. */
  readonly reason: string;
  readonly figure: FigureLine;
  /** Without exclusions, relief and agreed downtime; null where nothing was taken out. */
  readonly raw: FigureLine | null;
  readonly bounds: { readonly low: string; readonly high: string } | null;
  /** `100 %`, or less with what is missing in `reason`. */
  readonly completeness: string;
  readonly expected: string | null;
  readonly minimum: string | null;
  readonly allowance: { readonly allowed: number; readonly misses: number } | null;
  readonly stages: readonly {
    readonly title: string;
    readonly figure: FigureLine;
    readonly expected: string;
    readonly verdict: Verdict;
  }[];
  readonly trend: readonly TrendPoint[];
  readonly prose: Prose;
  /** Records in and out, grouped by reason, the largest first. */
  readonly population: readonly { readonly reason: string; readonly counted: boolean; readonly count: number }[];
  /** All of them, the newest first; only the first `missesDrawn` carry the segments of their clocks. */
  readonly misses: readonly MissLine[];
  readonly missesDrawn: number;
  /** For measures of time: what the seconds of the period were, for a strip of days. */
  readonly time: TimeLine | null;
}

/** `95.59 %` with `412 of 431`; `value` is the figure as a decimal number for charts, null without data. */
export interface FigureLine {
  readonly text: string;
  readonly of: string | null;
  readonly value: number | null;
}

export interface TrendPoint {
  readonly period: string;
  readonly label: string;
  readonly figure: FigureLine;
  readonly low: number | null;
  readonly high: number | null;
  /** Number of records judged, or null for measures of time. */
  readonly count: number | null;
  readonly verdict: Verdict;
  readonly expected: number | null;
  readonly minimum: number | null;
}

/** The text of a service level, written from its definition. */
export interface Prose {
  readonly definition: string;
  readonly formula: string;
  readonly clock: readonly string[];
  /** The clock's table: time and calendar for each priority, offering, service or site. */
  readonly times: readonly {
    readonly name: string;
    readonly within: string;
    readonly calendar: string;
    readonly clause: string | null;
  }[];
  readonly exclusions: readonly string[];
  /** How the figure becomes a verdict: period, few records, missing data, disputes. */
  readonly judging: readonly string[];
  readonly rounding: string;
  /** Every term in force. */
  readonly terms: readonly Term[];
}

/** A term in force: name, value, clause, whether it was written or is the default, and what it is a term of. */
export interface Term {
  readonly name: string;
  readonly value: string;
  readonly clause: string | null;
  readonly written: boolean;
  readonly about: "level" | "rule" | "calendar";
}

export interface MissLine {
  readonly record: string;
  readonly source: string;
  readonly opened: string | null;
  readonly judged: string;
  /** The same instants for exports, `2026-03-30T12:56:43+01:00`. */
  readonly openedAt: string | null;
  readonly judgedAt: string | null;
  readonly elapsed: string;
  /** The time allowed; null for records judged without a clock. */
  readonly allowed: string | null;
  readonly over: string;
  readonly reason: string;
  /** Running, `over target`, paused, outside hours, stopped, relieved, elsewhere; they leave no gap. */
  readonly segments: readonly SegmentLine[];
  /** The local days that the segments touch, for the axis of their drawing. */
  readonly days: readonly DayLine[];
}

/** One local day as drawn: its name and its seconds, 23 or 25 hours where clocks change. */
export interface DayLine {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export interface SegmentLine {
  readonly kind: string;
  readonly from: string;
  readonly until: string;
  readonly length: string;
  readonly because: string;
  readonly holder: string | null;
  /** Epoch seconds, for drawing. */
  readonly start: number;
  readonly end: number;
}

export interface TimeLine {
  readonly scheduled: string;
  /** Totals in words, overlaps counted once. */
  readonly totals: {
    readonly down: string;
    readonly agreed: string;
    readonly relieved: string;
    readonly unknown: string;
  };
  readonly days: readonly DayLine[];
  /** Service time, for drawing. */
  readonly open: readonly { readonly start: number; readonly end: number }[];
  readonly down: readonly SegmentLine[];
  readonly agreed: readonly SegmentLine[];
  readonly relieved: readonly SegmentLine[];
  readonly unknown: readonly SegmentLine[];
}

export interface FindingLine {
  readonly code: string;
  readonly weight: "error" | "warning" | "note";
  readonly sentence: string;
  readonly where: string;
  readonly count: number;
}

export interface FileLine {
  readonly file: string;
  readonly rows: number;
  readonly used: number;
  readonly repeated: number;
  readonly held: number;
  readonly left: number;
}
