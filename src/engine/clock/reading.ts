import type { Bearer } from "../agreement/words.ts";
import type { Duration, Instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";

/** What a clock did over a stretch of time, and what decided it. The segments of a reading leave no gap. */
export interface Segment extends Span {
  readonly kind: "running" | "paused" | "out of hours" | "stopped" | "relieved" | "elsewhere";
  /** Seconds of it that the clock shows; 0 for all but running. */
  readonly counted: Duration;
  /** The reason of waiting, the holiday or the weekly hours, the state: an id or a name of the agreement. */
  readonly because: string;
  readonly bearer: Bearer | null;
  /** The team or vendor that held the record. */
  readonly holder: string | null;
  /** Index in the history of the event that began it, null where the calendar did. */
  readonly event: number | null;
}

export type ClockState = "not started" | "running" | "paused" | "stopped" | "cancelled";

/** One judgement of a clock: it ran over its target, or it stopped. */
export interface Judgement {
  /** The first second over target, or the stop. */
  readonly at: Instant;
  readonly inTime: boolean;
  readonly elapsed: Duration;
  readonly target: Duration | null;
  readonly because: "stopped" | "over target" | "over target by change of priority";
  /** True for a clock that had been judged before and went on after a reopening. */
  readonly reopened: boolean;
}

/** What a clock shows at an instant, from the whole history; nothing is stored between. */
export interface Reading {
  readonly at: Instant;
  readonly state: ClockState;
  readonly started: Instant | null;
  readonly stopped: Instant | null;
  /** Counted seconds: service time unless the terms say otherwise. */
  readonly elapsed: Duration;
  /** Service seconds allowed; null without a target. */
  readonly target: Duration | null;
  /** The row of the clock's table and the calendar that apply at the end. */
  readonly row: string | null;
  readonly calendar: string | null;
  /** Earliest instant at which the target is used up; null while paused or without a target. */
  readonly due: Instant | null;
  readonly dueIfResumed: Instant | null;
  /** target - elapsed, negative when overrun. */
  readonly remaining: Duration | null;
  /** elapsed > target at `at`, by arithmetic alone. */
  readonly over: boolean;
  /** The first second over target, latched; null if it never was. */
  readonly missedAt: Instant | null;
  readonly judgements: readonly Judgement[];
  readonly segments: readonly Segment[];
  /** Earlier exchanges of a next-response clock, oldest first. */
  readonly exchanges: readonly Reading[];
}
