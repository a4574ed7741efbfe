import type { Bearer, RecordKind } from "../agreement/words.ts";
import type { ClockState, Reading } from "../clock/reading.ts";
import type { Instant } from "../time/instant.ts";

/** A warning, or the miss, at its instant. */
export interface Passed {
  /** The warning's id, or `missed`. */
  readonly id: string;
  readonly at: Instant;
  /** The cycle of the clock in which it was passed. */
  readonly cycle: number;
  /** Roles told; of a miss, all that any warning tells. */
  readonly tell: readonly string[];
}

/** The running clock of a record under one service level, or one step of it, at an instant; nothing of it is latched. */
export interface LiveClock extends Pick<Reading, Figures> {
  readonly agreement: string;
  readonly kind: "SLA" | "OLA" | "UC";
  readonly level: string;
  /** The step of a staged test, from 0; null for a level without steps. */
  readonly stage: number | null;
  /** Number of the version whose clock terms rule. */
  readonly version: number;
  readonly record: string;
  readonly recordKind: RecordKind;
  readonly tool: string;
  /** The second that is shown: its events have happened, and the time before it has been counted. */
  readonly at: Instant;
  /** 1, and 1 more each time the clock started afresh or went on after a stop. */
  readonly cycle: number;
  readonly state: ClockState;
  /** True where the clock that is shown was missed; `missedAt` is the first miss of the record. */
  readonly isLate: boolean;
  /** The team or vendor that holds the record. */
  readonly holder: string | null;
  readonly pausedBy: { readonly bearer: Bearer; readonly because: string } | null;
  readonly outOfHours: OutOfHours | null;
  /** What was passed at or before `at`, in all cycles, in order. */
  readonly passed: readonly Passed[];
  /** What will be passed after `at` if nothing happens, in order. */
  readonly ahead: readonly Passed[];
  /** The next instant that matters if nothing happens. */
  readonly next: { readonly at: Instant; readonly what: string } | null;
}

type Figures =
  | ("started" | "stopped" | "elapsed" | "target" | "remaining" | "row" | "calendar")
  | ("due" | "dueIfResumed" | "missedAt");

/** Why and how long a running clock stands still: the calendar is closed. */
export interface OutOfHours {
  /** When service time ended, or the clock came to run after that. */
  readonly since: Instant;
  /** The next opening; null where there is none. */
  readonly until: Instant | null;
  /** The holiday or closure by name, or `out of hours`. */
  readonly because: string;
}
