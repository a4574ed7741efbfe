import type { ContractTerms, LevelTerms } from "../agreement/terms.ts";
import type { Verdict } from "../agreement/words.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { ClockReader } from "../measure/clock-reader.ts";
import type { FactsByKind } from "../measure/input.ts";
import type { Entered, Relief } from "../record/relief.ts";
import type { Instant } from "../time/instant.ts";
import type { Zone } from "../time/zone.ts";
import type { Period } from "./result.ts";

/** A result that is in dispute: the agreement, the level and the period's id. */
export interface Dispute {
  readonly agreement: string;
  readonly level: string;
  readonly period: string;
}

/** Everything levels are evaluated from, beside the levels. `zones` must hold every zone that the terms name. */
export interface Evidence {
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly zones: ReadonlyMap<string, Zone>;
  readonly facts: FactsByKind;
  readonly relief: readonly Relief[];
  readonly entered: readonly Entered[];
  readonly disputes: readonly Dispute[];
  readonly knownUntil: Instant;
  /** Reads the clocks of this evaluation and remembers what it saw. */
  readonly clocks: ClockReader;
}

/** One level over one period, with what its evaluation needs. */
export interface LevelInput extends Evidence {
  readonly level: LevelTerms;
  readonly period: Period;
  /** Verdicts of the same period by `agreement/level`, for scores. */
  readonly verdicts: ReadonlyMap<string, Verdict>;
}
