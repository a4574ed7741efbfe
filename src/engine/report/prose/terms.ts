import type { CalendarRules, Rules } from "../../agreement/rules.ts";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Term } from "../report.ts";
import { calendarRuleWords, type RuleWords, ruleWords } from "../words/rule-words.ts";
import { levelTerms } from "./level-terms.ts";
import type { ToWrite } from "./to-write.ts";

/** Every term in force: those of the level, every rule, and every rule of the calendars it uses. */
export function termsInForce(of: ToWrite): readonly Term[] {
  return [...levelTerms(of), ...rulesInForce(of), ...calendarRulesInForce(of)];
}

function rulesInForce({ level, written }: ToWrite): readonly Term[] {
  return (Object.keys(ruleWords) as (keyof Rules)[]).map((key) => {
    const words = ruleWords[key] as RuleWords<unknown>;
    return {
      name: words.name,
      value: words.says(level.rules[key]),
      clause: null,
      written: written.has(key),
      about: "rule",
    };
  });
}

function calendarRulesInForce({ level, contract, written }: ToWrite): readonly Term[] {
  return calendarsOf(level).flatMap((id) => {
    const terms = contract.calendars[id];
    if (terms === undefined) return [];
    return (Object.keys(calendarRuleWords) as (keyof CalendarRules)[]).map((key) => {
      const words = calendarRuleWords[key] as RuleWords<unknown>;
      const name = `${words.name}`;
      return {
        name: `${terms.title}: ${name}`,
        value: words.says(terms.rules[key]),
        clause: terms.clause,
        written: written.has(`${id}.${key}`),
        about: "calendar",
      };
    });
  });
}

/** The calendars a level runs on: those of its clock, or its own. */
export function calendarsOf(level: LevelTerms): readonly string[] {
  const rows = level.clock === null ? [] : Object.values(level.clock.rows).map(({ calendar }) => calendar);
  return [...new Set(rows.length > 0 ? rows : [level.calendar])];
}
