import { missOf } from "../../../src/engine/credit/facts.ts";
import type { EventRule } from "../../../src/engine/credit/plan/event.ts";
import { ask, capsOf, entered, told } from "./ask.ts";
import { type Meanings, meaningOr } from "./meaning.ts";
import { type Answer, amount, flag, has, type Input, list, word } from "./read.ts";

/** What is paid of the failures of one event; without a clause about it they add up. */
export const eventRules: Meanings<EventRule> = [
  [/choice|choose|chosen|customer/, { kind: "client chooses", otherwise: "highest" }],
  [/highest|greater|greatest|max|larger|largest/, { kind: "highest" }],
  [/first/, { kind: "first" }],
  [/sum|add|each|cumul|all/, { kind: "sum" }],
];

/** The rule of a case's event, where a field names it. */
export const eventRuleOf = (input: Input, name: string): EventRule =>
  meaningOr(input, name, { silent: { kind: "sum" }, meanings: eventRules });

interface OneEvent {
  readonly events: EventRule;
  readonly choices: Readonly<Record<string, string>>;
}

/** The rule of the event of a case, and what the client chose in time. */
export function eventOf(input: Input): OneEvent {
  const silent: EventRule = has(input, "chosen") ? { kind: "client chooses", otherwise: "highest" } : { kind: "sum" };
  const chosen = word(input, "chosen");
  return {
    events: meaningOr(input, "policy", { silent, meanings: eventRules }),
    choices: flag(input, "choice_deadline_passed") ? {} : { event: chosen },
  };
}

/** S04: the amounts of several levels that one event made fail. After the deadline nobody chooses any more. */
export function oneEvent(input: Input): Answer {
  const rows = has(input, "credits") ? list(input, "credits") : list(input, "rebates");
  const results = rows.map((row) =>
    missOf(word(row, "sl"), { facts: { entered: amount(row, "amount") }, event: "event" }),
  );
  const { events, choices } = eventOf(input);
  const statement = ask(input, {
    amount: entered,
    results,
    plan: { events, limits: capsOf(input) },
    facts: { choices },
  });
  return { ...told(statement), counted_failures: results.length };
}
