import type { Day } from "../../engine/time/civil.ts";
import type { Instant } from "../../engine/time/instant.ts";

/** One event of a calendar file on its own date, after rules, exceptions and moves have been applied. */
export interface Occurrence {
  readonly uid: string;
  readonly name: string;
  /** First day and the day after the last, of an event of whole days; null for one with times. */
  readonly days: { readonly from: Day; readonly end: Day } | null;
  /** Start and end of an event with times; null for whole days. */
  readonly times: { readonly start: Instant; readonly end: Instant } | null;
  /** The day it would have had by its rule, where a single occurrence was moved. */
  readonly movedFrom: Day | null;
}
