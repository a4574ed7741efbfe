import type { CalendarRules, Rules } from "../../agreement/rules.ts";
import { momentWords } from "./agreement-words.ts";
import { allowedTime } from "./duration.ts";
import { all, counted } from "./list.ts";

/** A rule by name, and what each of its values says. */
export interface RuleWords<V> {
  readonly name: string;
  readonly says: (value: V) => string;
}

type WordsOf<R> = { readonly [K in keyof R]: RuleWords<R[K]> };

/** Every rule in words; a new rule, or a new value of one, does not compile without its words. */
export const ruleWords: WordsOf<Rules> = {
  on_reopen: of("A reopened record", {
    continue: "continues its clock; the time while it was closed is not counted",
    restart: "starts its clock again",
    "count the closed time": "continues its clock, and the time while it was closed is counted",
    "first stop is final": "is not judged again; the first stop is final",
  }),
  reopened_within: {
    name: "A record reopened late",
    says: (within) =>
      within === null
        ? "is still the same record"
        : `is a new record when more than ${allowedTime(within)} have passed`,
  },
  missed_once: of("A miss", {
    "stays missed": "stays a miss, whatever happens to the record later",
    "judged again": "is judged again when the record goes on",
  }),
  on_downgrade_after_miss: of("A lower priority after a miss", {
    "stays missed": "does not undo the miss",
    "lifted with a reason": "undoes the miss when a reason is recorded",
  }),
  on_priority_change: of("A change of priority", {
    "from the start": "applies the new time from the start of the record; earlier pauses are kept",
    restart: "starts the clock again with the new time",
    "keep the first": "changes nothing; the first priority decides",
    "in proportion": "carries over the share of the time that was used",
  }),
  grace: {
    name: "Grace after a change of priority",
    says: (time) => (time === null ? "none" : `${allowedTime(time)} before the change can make the record late`),
  },
  earlier_pauses: of("Pauses before a change of terms", { kept: "are kept", ignored: "are ignored" }),
  pause_counts: of("A pause is measured in", {
    "service time": "service time only",
    "wall clock": "all hours, also outside service time",
  }),
  due_while_paused: of("While the clock is paused", {
    none: "no due time is shown",
    "last known": "the last known due time is shown",
  }),
  opened_out_of_hours: of("A record opened outside service time", {
    "next opening": "starts its clock at the next opening",
    "at once": "starts its clock at once",
  }),
  exactly_on_target: of("A time exactly on target", { met: "is in time", missed: "is late" }),
  lateness_by: of("Lateness is decided by", {
    "service time": "the service time used",
    "wall clock": "the due date and time",
  }),
  precision: of("Times are counted in", { seconds: "whole seconds", minutes: "whole minutes, begun ones left off" }),
  exchanges: of("Of several exchanges with the client", {
    "every one": "every one is judged",
    "last only": "only the last one is judged",
  }),
  repeated_message: of("A further message before the reply", {
    "keeps the clock": "keeps the clock of the first",
    "restarts it": "starts the clock again",
  }),
  on_transfer: of("A record moved to another service", {
    "to the new agreement": "is judged by the new agreement from its start",
    "starts afresh": "starts a new clock",
    stays: "stays with the first agreement",
    "split by time": "is divided by the time spent under each agreement",
  }),
  on_corrected_date: of("A date corrected afterwards", {
    follow: "is followed by clocks still open; a closed period changes only by a restatement",
    keep: "changes no clock",
  }),
  merged: of("A record merged into another", {
    cancelled: "is cancelled, unless it was late already",
    "earliest start": "is cancelled, and the other takes the earlier start",
    closed: "counts as closed",
  }),
  begun_unseen: of("A record whose beginning is not in the records", {
    "not observed":
      "is in time where it was so when it is first seen with its clock stopped; otherwise it is not known whether it was",
    "as recorded": "stopped its clock when it is first seen with it stopped",
  }),
  same_second: {
    name: "Events of the same second",
    says: (order) => `are taken in the order of the log, then ${all(order)}`,
  },
  business_days: {
    name: "A time in business days ends",
    says: (rule) => (rule === null ? "not agreed; no clock of these runs in business days" : businessDays[rule]),
  },
  business_day_length: {
    name: "Length of a business day",
    says: (length) => (length === null ? "the hours of the calendar" : allowedTime(length)),
  },
  whose_calendar: of("The calendar is that of", {
    "service level": "the service level",
    "site of the requester": "the site of the requester",
    both: "the service level and the site of the requester, while both are open",
  }),
  unknown_time: of("Time about which nothing is known", {
    "taken out": "is taken out, and its bounds are shown",
    "as up": "counts as available",
    "as down": "counts as down",
  }),
  state_at_start: of("The state at the start of a period", {
    "carried over": "is carried over from the last event before it",
    unknown: "is unknown until the first event",
  }),
  overlaps: of("Outages that overlap", { united: "are counted once", added: "are added up" }),
  error_budget: of("The error budget is", {
    "whole period": "that of the whole period, and may be overdrawn",
    projected: "projected from the time so far",
    "not below zero": "that of the whole period, never below zero",
  }),
  between_failures: of("Time between failures is", {
    "up time": "available time divided by the failures",
    "start to start": "measured from the start of one failure to the start of the next",
  }),
  percentile_method: of("Percentiles are found by", {
    "nearest rank": "nearest rank: the time of a real record",
    linear: "linear interpolation, both ends included",
    "linear exclusive": "linear interpolation, both ends excluded",
  }),
  counted_by: {
    name: "A record belongs to the period of",
    says: (moment) =>
      moment === null ? "its verdict: the first second over its time, or its stop" : countedBy(moment),
  },
  over_month_end: of("An outage over the end of a period", {
    split: "is divided by its seconds",
    "start month": "belongs to the period in which it began",
  }),
  compare_at: {
    name: "A figure is compared with its target",
    says: (places) =>
      places === null ? "exactly, before any rounding" : `after rounding to ${counted(places, "decimal place")}`,
  },
  half: of("A half is rounded", { up: "up", even: "to the even digit", down: "down" }),
  if_nothing_happened: of("A period in which nothing happened", { "not rated": "is not rated", met: "is met" }),
  if_not_measured: of("A period that was not measured", { undetermined: "is undetermined", missed: "is missed" }),
  if_disputed: of("A disputed figure", { held: "holds the verdict until the dispute is settled" }),
  relieved_records: of("Records under granted relief", {
    "taken out": "are left out on both sides",
    "counted as good": "are added to the good ones",
  }),
};

/** Every rule of a calendar in words. */
export const calendarRuleWords: WordsOf<CalendarRules> = {
  clock_gap: of("Hours that begin in the hour skipped in spring", {
    shifted: "move on by the hour skipped",
    clamped: "begin when the clocks have changed",
  }),
  clock_twice: of("An hour that comes twice in autumn", {
    first: "means its first coming",
    last: "means its last coming",
  }),
  all_day: of("A whole day has", {
    elapsed: "the seconds that pass, 23 or 25 hours when the clocks change",
    "24 wall hours": "24 hours, also when the clocks change",
  }),
  shift_belongs_to: of("A shift over midnight belongs to", {
    "start day": "the day on which it starts",
    "each day": "each of its days, divided at midnight",
  }),
  zero_time: of("No time at all, begun outside hours, ends", {
    "next opening": "at the next opening",
    "same instant": "at once",
  }),
  end_2359: of("An end written 23:59", { midnight: "means midnight", "as written": "means 23:59" }),
};

const businessDays: Readonly<Record<NonNullable<Rules["business_days"]>, string>> = {
  "close of business": "at the close of business of the last day",
  "same time": "on the last day at the time at which it began",
  "opening hours": "when the hours of so many business days are used",
};

function countedBy(moment: NonNullable<Rules["counted_by"]>): string {
  if (moment === "each event") return "each of its events, each by itself";
  if (moment === "closing snapshot") return "the snapshot taken at the end of the period";
  return `the moment at which ${momentWords[moment].when}`;
}

function of<V extends string>(name: string, words: Readonly<Record<V, string>>): RuleWords<V> {
  return { name, says: (value) => words[value] };
}
