import type { Half } from "../number/rounding.ts";
import type { Allowed } from "./quantity.ts";
import type { Moment } from "./words.ts";

/**
 * The questions on which service level systems disagree, each a named term with its default.
 * The number behind a field is the question in the catalogue of semantics.
 */
export interface Rules {
  /** 1: what a reopened record does to its clock. */
  readonly on_reopen: "continue" | "restart" | "count the closed time" | "first stop is final";
  /** 1: a record reopened later than this is treated as a new one; null: never. */
  readonly reopened_within: Allowed | null;
  /** 2: whether a miss can be undone by what happens later. */
  readonly missed_once: "stays missed" | "judged again";
  /** 4 */
  readonly on_downgrade_after_miss: "stays missed" | "lifted with a reason";
  /** 3 */
  readonly on_priority_change: "from the start" | "restart" | "keep the first" | "in proportion";
  /** 3: time a record has after a change of priority before the change can make it miss; null: none. */
  readonly grace: Allowed | null;
  /** 5 */
  readonly earlier_pauses: "kept" | "ignored";
  /** 6 */
  readonly pause_counts: "service time" | "wall clock";
  /** 8 */
  readonly due_while_paused: "none" | "last known";
  /** 10 */
  readonly opened_out_of_hours: "next opening" | "at once";
  /** 11 */
  readonly exactly_on_target: "met" | "missed";
  /** 12 */
  readonly lateness_by: "service time" | "wall clock";
  /** 21 */
  readonly precision: "seconds" | "minutes";
  /** 14 */
  readonly exchanges: "every one" | "last only";
  readonly repeated_message: "keeps the clock" | "restarts it";
  /** 15 */
  readonly on_transfer: "to the new agreement" | "starts afresh" | "stays" | "split by time";
  /** 18 */
  readonly on_corrected_date: "follow" | "keep";
  /** 19 */
  readonly merged: "cancelled" | "earliest start" | "closed";
  /**
   * 9, 41: a record whose first row is not its creation may have stopped its clock before anything of it was seen.
   * `not observed`: in time where even the first row is in time, else not known; `as recorded`: the first row is the stop.
   */
  readonly begun_unseen: "not observed" | "as recorded";
  /** 20 */
  readonly same_second: readonly ("stop" | "pause" | "start")[];
  /** 36: no default; null where it is not agreed. */
  readonly business_days: "close of business" | "same time" | "opening hours" | null;
  readonly business_day_length: Allowed | null;
  /** 37 */
  readonly whose_calendar: "service level" | "site of the requester" | "both";
  /** 41 */
  readonly unknown_time: "taken out" | "as up" | "as down";
  /** 42 */
  readonly state_at_start: "carried over" | "unknown";
  /** 43 */
  readonly overlaps: "united" | "added";
  /** 44 */
  readonly error_budget: "whole period" | "projected" | "not below zero";
  /** 50 */
  readonly between_failures: "up time" | "start to start";
  /** 48 */
  readonly percentile_method: "nearest rank" | "linear" | "linear exclusive";
  /** 52: null: the stop of the clock. */
  readonly counted_by: Moment | "each event" | "closing snapshot" | null;
  /** 53 */
  readonly over_month_end: "split" | "start month";
  /** 54: null: the exact value is compared. */
  readonly compare_at: number | null;
  readonly half: Half;
  /** 41, 51 and the verdicts. */
  readonly if_nothing_happened: "not rated" | "met";
  readonly if_not_measured: "undetermined" | "missed";
  readonly if_disputed: "held";
  /** What becomes of relief that takes out records: left out on both sides, or added to the good ones. */
  readonly relieved_records: "taken out" | "counted as good";
}

/** Rules of a calendar; the number is the question in the catalogue of semantics. */
export interface CalendarRules {
  /** 23 */
  readonly clock_gap: "shifted" | "clamped";
  /** 24 */
  readonly clock_twice: "first" | "last";
  /** 25 */
  readonly all_day: "elapsed" | "24 wall hours";
  /** 29 */
  readonly shift_belongs_to: "start day" | "each day";
  /** 33 */
  readonly zero_time: "next opening" | "same instant";
  /** 27 */
  readonly end_2359: "midnight" | "as written";
}

/** What holds when an agreement is silent. */
export const usualRules: Rules = {
  on_reopen: "continue",
  reopened_within: null,
  missed_once: "stays missed",
  on_downgrade_after_miss: "stays missed",
  on_priority_change: "from the start",
  grace: null,
  earlier_pauses: "kept",
  pause_counts: "service time",
  due_while_paused: "none",
  opened_out_of_hours: "next opening",
  exactly_on_target: "met",
  lateness_by: "service time",
  precision: "seconds",
  exchanges: "every one",
  repeated_message: "keeps the clock",
  on_transfer: "to the new agreement",
  on_corrected_date: "follow",
  merged: "cancelled",
  begun_unseen: "not observed",
  same_second: ["stop", "pause", "start"],
  business_days: null,
  business_day_length: null,
  whose_calendar: "service level",
  unknown_time: "taken out",
  state_at_start: "carried over",
  overlaps: "united",
  error_budget: "whole period",
  between_failures: "up time",
  percentile_method: "nearest rank",
  counted_by: null,
  over_month_end: "split",
  compare_at: null,
  half: "up",
  if_nothing_happened: "not rated",
  if_not_measured: "undetermined",
  if_disputed: "held",
  relieved_records: "taken out",
};

export const usualCalendarRules: CalendarRules = {
  clock_gap: "shifted",
  clock_twice: "first",
  all_day: "elapsed",
  shift_belongs_to: "start day",
  zero_time: "next opening",
  end_2359: "midnight",
};
