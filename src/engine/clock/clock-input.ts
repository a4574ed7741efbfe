import type { Allowed } from "../agreement/quantity.ts";
import type { ContractTerms, LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Fact } from "../record/record.ts";
import type { Span } from "../time/span.ts";

/** What a clock is read from: the level's terms, the contract around it, one record, and relief granted to it. */
export interface ClockInput {
  readonly level: LevelTerms;
  /** A stage's own time; null: the time of the clock's row. */
  readonly within: Allowed | null;
  readonly contract: ContractTerms;
  readonly calendars: Calendars;
  readonly fact: Fact;
  /** Time taken out by granted relief, sorted and without overlaps. */
  readonly relief: readonly Span[];
  /** Time the record belonged to services of another agreement, sorted (semantics 15); none when absent. */
  readonly elsewhere?: readonly Span[];
}
