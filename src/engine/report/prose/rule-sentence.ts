import type { Rules } from "../../agreement/rules.ts";
import { type RuleWords, ruleWords } from "../words/rule-words.ts";

/** A rule in force as a sentence: its name and what its value says. */
export function ruleSentence<K extends keyof Rules>(rules: Rules, key: K): string {
  const words: RuleWords<Rules[K]> = ruleWords[key];
  return `${words.name} ${words.says(rules[key])}.`;
}
