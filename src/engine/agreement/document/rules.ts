import type { CalendarRules, Rules } from "../rules.ts";

/** Terms as written: only those that somebody wrote. Business days have no word for "not agreed". */
export type Written<T> = { readonly [K in keyof T]?: Sayable<K, T[K]> | undefined };
type Sayable<K, V> = K extends "business_days" | "business_day_length" ? NonNullable<V> : V;

/** Rules of a clock; in a service level they stand under `clock`. */
export type ClockRuleName =
  | "on_reopen"
  | "reopened_within"
  | "on_priority_change"
  | "grace"
  | "earlier_pauses"
  | "pause_counts"
  | "due_while_paused"
  | "opened_out_of_hours"
  | "on_transfer"
  | "on_corrected_date";

export const clockRuleNames: readonly ClockRuleName[] = [
  "on_reopen",
  "reopened_within",
  "on_priority_change",
  "grace",
  "earlier_pauses",
  "pause_counts",
  "due_while_paused",
  "opened_out_of_hours",
  "on_transfer",
  "on_corrected_date",
];

/** `rules` of a contract or an agreement: any of them. */
export type RulesDocument = Written<Rules>;
/** Rules that stand under `clock`. */
export type ClockRulesDocument = Written<Pick<Rules, ClockRuleName>>;
/** Rules that stand in a service level itself, or in its `rules`. */
export type LevelRulesDocument = Written<Omit<Rules, ClockRuleName>>;
/** Rules that stand in a calendar. */
export type CalendarRulesDocument = Written<CalendarRules>;
