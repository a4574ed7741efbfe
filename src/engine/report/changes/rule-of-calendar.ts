import type { CalendarRules } from "../../agreement/rules.ts";
import { calendarRuleWords, type RuleWords } from "../words/rule-words.ts";

export type CalendarRuleName = keyof CalendarRules;

export const isCalendarRule = (key: string): key is CalendarRuleName => Object.hasOwn(calendarRuleWords, key);

/** A rule of a calendar in words. */
export const ruleOfCalendar = (name: CalendarRuleName): RuleWords<unknown> =>
  calendarRuleWords[name] as RuleWords<unknown>;
