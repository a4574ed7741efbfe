/** What was measured of one month of a contract, ready to be kept; instants in epoch seconds, figures as exact text. */
export interface MonthMeasured {
  readonly start: number;
  readonly end: number;
  /** Nothing was known of what happened at or after this instant. */
  readonly knownUntil: number;
  readonly zoneData: string;
  /** Digest of the facts that were used. */
  readonly factsDigest: string;
  readonly results: readonly KeptResult[];
  readonly credits: readonly KeptCredit[];
  readonly reports: readonly KeptReport[];
}

/** One service level, or one group of it, judged over its own period. */
export interface KeptResult {
  readonly agreement: string;
  readonly level: string;
  /** Service, component, site or priority; an empty text for the level as a whole. */
  readonly group: string;
  readonly period: string;
  readonly verdict: string;
  /** `n/d`, or null where nothing was measured. */
  readonly figure: string | null;
  readonly result: Readonly<Record<string, unknown>>;
}

/** The statement of one plan for the month. */
export interface KeptCredit {
  readonly agreement: string;
  readonly plan: string;
  /** What is settled now, `12345.67`. */
  readonly amount: string;
  readonly currency: string;
  readonly statement: Readonly<Record<string, unknown>>;
}

export type Audience = "provider" | "client";

/** A report whole, and what the overview shows of it. */
export interface KeptReport {
  readonly audience: Audience;
  readonly summary: Readonly<Record<string, unknown>>;
  readonly report: Readonly<Record<string, unknown>>;
}
