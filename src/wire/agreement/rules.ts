import { z } from "zod";
import { list } from "./fields.ts";
import { decimals } from "./quantity/number.ts";
import { allowed, allowedOrNone } from "./quantity/time.ts";
import { countedBy } from "./words.ts";

/** Rules that stand under `clock` in a service level; also in `rules` of a contract or an agreement. */
export const clockRules = {
  on_reopen: z.enum(["continue", "restart", "count the closed time", "first stop is final"]).optional(),
  reopened_within: allowedOrNone.optional(),
  on_priority_change: z.enum(["from the start", "restart", "keep the first", "in proportion"]).optional(),
  grace: allowedOrNone.optional(),
  earlier_pauses: z.enum(["kept", "ignored"]).optional(),
  pause_counts: z.enum(["service time", "wall clock"]).optional(),
  due_while_paused: z.enum(["none", "last known"]).optional(),
  opened_out_of_hours: z.enum(["next opening", "at once"]).optional(),
  on_transfer: z.enum(["to the new agreement", "starts afresh", "stays", "split by time"]).optional(),
  on_corrected_date: z.enum(["follow", "keep"]).optional(),
};

/** Rules that stand in a service level itself, or in `rules` of anything. */
export const levelRules = {
  missed_once: z.enum(["stays missed", "judged again"]).optional(),
  on_downgrade_after_miss: z.enum(["stays missed", "lifted with a reason"]).optional(),
  exactly_on_target: z.enum(["met", "missed"]).optional(),
  lateness_by: z.enum(["service time", "wall clock"]).optional(),
  precision: z.enum(["seconds", "minutes"]).optional(),
  exchanges: z.enum(["every one", "last only"]).optional(),
  repeated_message: z.enum(["keeps the clock", "restarts it"]).optional(),
  merged: z.enum(["cancelled", "earliest start", "closed"]).optional(),
  begun_unseen: z.enum(["not observed", "as recorded"]).optional(),
  same_second: list(z.enum(["stop", "pause", "start"])).optional(),
  business_days: z.enum(["close of business", "same time", "opening hours"]).optional(),
  business_day_length: allowed.optional(),
  whose_calendar: z.enum(["service level", "site of the requester", "both"]).optional(),
  unknown_time: z.enum(["taken out", "as up", "as down"]).optional(),
  state_at_start: z.enum(["carried over", "unknown"]).optional(),
  overlaps: z.enum(["united", "added"]).optional(),
  error_budget: z.enum(["whole period", "projected", "not below zero"]).optional(),
  between_failures: z.enum(["up time", "start to start"]).optional(),
  percentile_method: z.enum(["nearest rank", "linear", "linear exclusive"]).optional(),
  counted_by: countedBy.optional(),
  over_month_end: z.enum(["split", "start month"]).optional(),
  compare_at: decimals.optional(),
  half: z.enum(["up", "even", "down"]).optional(),
  if_nothing_happened: z.enum(["not rated", "met"]).optional(),
  if_not_measured: z.enum(["undetermined", "missed"]).optional(),
  if_disputed: z.enum(["held"]).optional(),
  relieved_records: z.enum(["taken out", "counted as good"]).optional(),
};

/** Rules that stand in a calendar. */
export const calendarRules = {
  clock_gap: z.enum(["shifted", "clamped"]).optional(),
  clock_twice: z.enum(["first", "last"]).optional(),
  all_day: z.enum(["elapsed", "24 wall hours"]).optional(),
  shift_belongs_to: z.enum(["start day", "each day"]).optional(),
  zero_time: z.enum(["next opening", "same instant"]).optional(),
  end_2359: z.enum(["midnight", "as written"]).optional(),
};
