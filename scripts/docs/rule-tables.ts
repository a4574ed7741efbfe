import { z } from "zod";
import { clockRuleNames } from "../../src/engine/agreement/document/rules.ts";
import { rulesOf } from "../../src/engine/agreement/resolve/rules.ts";
import { type CalendarRules, type Rules, usualCalendarRules, usualRules } from "../../src/engine/agreement/rules.ts";
import { calendarRuleWords, type RuleWords, ruleWords } from "../../src/engine/report/words/rule-words.ts";
import { sharedSchema } from "../../src/wire/agreement/meaning.ts";
import { calendarRules, clockRules, levelRules } from "../../src/wire/agreement/rules.ts";
import { smallContract } from "./small-contract.ts";
import { code, table } from "./table.ts";

/** A rule as the tables show it: its schema, what it says of a value, and what holds where it is not written. */
interface ShownRule {
  readonly name: string;
  readonly schema: z.ZodType;
  readonly words: RuleWords<unknown>;
  readonly usual: unknown;
  /** What holds in an OLA or UC, where that is something else. */
  readonly underneath: unknown;
}

/** The rules of clocks, of service levels and of calendars: one table each, with the defaults in bold. */
export function ruleTables(): { readonly clocks: string; readonly levels: string; readonly calendars: string } {
  const isOfClock = (name: string): boolean => (clockRuleNames as readonly string[]).includes(name);
  const names = Object.keys(usualRules) as (keyof Rules)[];
  return {
    clocks: tableOf(names.filter(isOfClock).map(shown)),
    levels: tableOf(names.filter((name) => !isOfClock(name)).map(shown)),
    calendars: tableOf((Object.keys(usualCalendarRules) as (keyof CalendarRules)[]).map(shownOfCalendar)),
  };
}

function shown(name: keyof Rules): ShownRule {
  const schemas: Readonly<Record<string, z.ZodType>> = { ...clockRules, ...levelRules };
  return {
    name,
    schema: schemas[name] ?? z.never(),
    words: ruleWords[name] as RuleWords<unknown>,
    usual: usualRules[name],
    underneath: usualUnderneath()[name],
  };
}

function shownOfCalendar(name: keyof CalendarRules): ShownRule {
  const usual = usualCalendarRules[name];
  return {
    name,
    schema: calendarRules[name],
    words: calendarRuleWords[name] as RuleWords<unknown>,
    usual,
    underneath: usual,
  };
}

/** The rules of a service level of an OLA for which nobody wrote any. */
function usualUnderneath(): Rules {
  const document = smallContract();
  const agreement = document.agreements.sla;
  const level = agreement?.service_levels.repair;
  if (agreement === undefined || level === undefined) throw new Error("the small contract has lost its level");
  return rulesOf({ document, agreement, level });
}

function tableOf(rules: readonly ShownRule[]): string {
  return table(["Rule", "Value", "What it says"], rules.flatMap(rowsOf));
}

function rowsOf(rule: ShownRule): readonly (readonly string[])[] {
  const { name, words, usual, underneath } = rule;
  const values = valuesOf(rule);
  const unsaid = values.some(({ value }) => same(value, usual)) ? [] : [["**not written**", words.says(usual)]];
  const rows = values.map(({ written, value }) => {
    const isUsual = same(value, usual);
    if (isUsual) return [`**${written}**`, words.says(value)];
    return [same(value, underneath) ? `**${written}** (in an OLA or UC)` : written, words.says(value)];
  });
  const [first = [], ...rest] = [...unsaid, ...rows];
  return [[`${code(name)}<br>${words.name}`, ...first], ...rest.map((row) => ["", ...row])];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

interface Value {
  /** As the table shows it. */
  readonly written: string;
  readonly value: unknown;
}

/** Every word of a closed list, or what else can be written, with an example of what has no end. */
function valuesOf({ name, schema, usual }: ShownRule): readonly Value[] {
  const shared = sharedSchema(schema);
  const words = shared instanceof z.ZodEnum ? shared.options.map(String) : (wordsOf[name] ?? []);
  const read = (written: unknown): unknown => schema.parse(written);
  return [
    ...words.map((word) => ({ written: code(word), value: read(word) })),
    ...(examples[name] ?? []).map(({ written, shown = written }) => ({
      written: same(read(written), usual) ? code(String(shown)) : `such as ${code(String(shown))}`,
      value: read(written),
    })),
  ];
}

/** Words of rules that are no closed list. */
const wordsOf: Readonly<Record<string, readonly string[]>> = {
  reopened_within: ["none"],
  grace: ["none"],
  counted_by: ["the stop", "each event", "closing snapshot"],
  compare_at: ["exact"],
};

const examples: Readonly<Record<string, readonly { readonly written: unknown; readonly shown?: string }[]>> = {
  reopened_within: [{ written: "5 business days" }],
  grace: [{ written: "1h" }],
  same_second: [
    { written: ["stop", "pause", "start"], shown: "[stop, pause, start]" },
    { written: ["start", "pause", "stop"], shown: "[start, pause, stop]" },
  ],
  business_day_length: [{ written: "7h 30m" }],
  counted_by: [{ written: "opened" }],
  compare_at: [{ written: "2 decimals" }],
};
