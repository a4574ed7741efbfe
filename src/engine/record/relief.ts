import type { Fraction } from "../number/fraction.ts";
import type { SourceRef } from "../source/source.ts";
import type { Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

/** Relief that was claimed under a clause and granted by the other party: a fact beside the records. */
export interface Relief {
  readonly id: string;
  readonly agreement: string;
  readonly ground: string;
  readonly clause: string;
  readonly takesOut: "time" | "records";
  /** Levels concerned; empty: every level of the agreement that the ground allows. */
  readonly levels: readonly string[];
  /** Records concerned; empty: all, within the span. */
  readonly records: readonly string[];
  /** Time taken out; null where whole records are. */
  readonly span: Span | null;
  readonly evidence: readonly string[];
  readonly grantedBy: string;
  readonly granted: Instant;
  readonly source: SourceRef;
}

/** A figure entered by hand for a level and a period, with who says so and on what evidence. */
export interface Entered {
  readonly agreement: string;
  readonly level: string;
  /** The period's id, such as `2026-03`. */
  readonly period: string;
  readonly part: Fraction;
  /** What `part` is divided by; 1 for a plain figure. */
  readonly whole: Fraction;
  readonly by: string;
  readonly evidence: readonly string[];
  readonly source: SourceRef;
}
