import type { LevelTerms, Stage } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import type { Finding } from "../finding/finding.ts";
import type { Measurement, Reason } from "../measure/measurement.ts";
import type { Span } from "../time/span.ts";

/** A span that is judged: `2026-03`, `2026-W14`, `2026-Q1`, `2026`, `contract year 1`, or its dates. */
export interface Period extends Span {
  readonly id: string;
}

/** The verdict of one step of a staged test. */
export interface StageResult {
  readonly stage: Stage;
  readonly measurement: Measurement;
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
}

/** One service level judged over one period: the measurement, the verdict and why. */
export interface Result {
  /** Terms of the version in force when the period started. */
  readonly level: LevelTerms;
  readonly period: Period;
  /** Service, component, site or priority, when judged per one of them. */
  readonly group: string | null;
  readonly measurement: Measurement;
  readonly stages: readonly StageResult[];
  readonly verdict: Verdict;
  readonly reasons: readonly Reason[];
  /** Misses allowed by the target and how many there were; null where a count makes no sense. */
  readonly allowance: { readonly allowed: number; readonly misses: number } | null;
  readonly findings: readonly Finding[];
}
