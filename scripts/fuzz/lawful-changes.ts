import fc from "fast-check";
import { z } from "zod";
import { rulesDocument } from "../../src/wire/agreement/contract.ts";
import { calendarRules } from "../../src/wire/agreement/rules.ts";

/** The words that a field of a schema takes, where they are a closed list. */
function wordsOf(schema: unknown): readonly string[] {
  if (schema instanceof z.ZodOptional) return wordsOf(schema.unwrap());
  return schema instanceof z.ZodEnum ? schema.options.map(String) : [];
}

const times = ["0s", "1s", "59s", "4h", "0 days", "1 day", "400 days", "0 business days", "1 business day"];
const longTimes = [...times, "90 business days", "2000 business days", "9999999h", "99999 days"];

/** Rules that take more than a word. */
const open: Readonly<Record<string, readonly string[]>> = {
  reopened_within: ["none", ...longTimes],
  grace: ["none", ...longTimes],
  same_second: ["[stop, pause, start]", "[start, stop, pause]", "[pause, start, stop]"],
  business_day_length: ["8h", "1s", "24h"],
  counted_by: ["opened", "resolved", "closed", "each event", "closing snapshot", "the stop", "ended", "implemented"],
  compare_at: ["exact", "0 decimals", "4 decimals"],
};

const entries = (shape: object): readonly (readonly [string, readonly string[]])[] =>
  Object.entries(shape).map(([name, schema]) => [name, open[name] ?? wordsOf(schema)] as const);

type Chosen = Readonly<Record<string, string | undefined>>;

const some = (from: readonly (readonly [string, readonly string[]])[]): fc.Arbitrary<Chosen> =>
  fc.record(Object.fromEntries(from.map(([name, values]) => [name, fc.constantFrom(...values)])), { requiredKeys: [] });

/** What may stand in a level beside what does. */
const ofLevel: readonly (readonly [string, readonly string[]])[] = [
  ["judged_per", ["all together", "service", "component", "site", "priority"]],
  ["complete_from", ["0%", "1%", "100%"]],
  ["averaged_over", ["1 periods", "2 periods", "20 periods"]],
  ["low_volume", ["{fewer_than: 3, then: not rated}", "{fewer_than: 9, then: join next period}"]],
  ["minimum", ["at least 0%", "at most 9999", "at most 9999h"]],
  ["slot", ["1s", "5m", "1h", "24h", "9h"]],
];

const marks: Readonly<Record<string, readonly string[]>> = {
  "%": ["0%", "0.000000001%", "33.3333%", "50%", "100%"],
  time: ["0s", "1s", "15m", "9999999h"],
  number: ["0", "1", "0.5", "99999999999999"],
};

const unitOf = (mark: string): string => (mark.endsWith("%") ? "%" : /[hms]$/.test(mark) ? "time" : "number");

/** Fields whose values may be exchanged for any of these. */
const fields: Readonly<Record<string, readonly string[]>> = {
  within: longTimes,
  calendar: ["always", "business-hours"],
  hours: [
    "{every day: 00:00-24:00}",
    "{every day: 00:00-00:01}",
    "{Mon: 23:59-24:00}",
    "{every day: 22:00-06:00}",
    "{Mon-Fri: [09:00-12:00, 13:00-17:00], Sat: 00:00-23:59}",
    "{Sun: 01:00-02:30}",
  ],
  period: [
    ...["month", "week", "quarter", "year", "contract year", "{rolling: 30 days}", "{rolling: 400 days}"],
    ...["{rolling: 13 months}", "{fixed: 43200m}", "{fixed: 1s}", "{fixed: 9999h}", "{rolling: 1 day}"],
  ],
  time_zone: [
    "Europe/London",
    "Pacific/Apia",
    "Etc/GMT+12",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/Sao_Paulo",
  ],
  stops: ["resolved", "responded", "closed", "fulfilled", "reply", "ended"],
  starts: ["opened", "responded", "client message", "due"],
  percent: ["0%", "1%", "50%", "100%"],
  trim: ["0%", "49%", "99%"],
  sampled_every: ["1m", "5m", "1h", "24h"],
  misses: ["0", "1", "999999999"],
  fewer_than: ["0", "1", "999999999"],
  region: ["ENG", "SCT"],
  half: ["up"],
};

/** Changes after which a contract is nearly always still one. */
export interface LawfulChange {
  readonly rules: Chosen;
  readonly calendar: Chosen;
  readonly level: Chosen;
  readonly exchanged: readonly { readonly field: string; readonly value: string; readonly nth: number }[];
  readonly quantity: number;
}

const exchanged = fc.constantFrom(...Object.keys(fields)).chain((field) =>
  fc.record({
    field: fc.constant(field),
    value: fc.constantFrom(...(fields[field] ?? [""])),
    nth: fc.integer({ min: 0, max: 2 }),
  }),
);

export const lawfulChange: fc.Arbitrary<LawfulChange> = fc.record({
  rules: some(entries(rulesDocument.shape)),
  calendar: some(entries(calendarRules)),
  level: fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom(...ofLevel).chain((one) => some([one])) },
  ),
  exchanged: fc.array(exchanged, { maxLength: 4 }),
  quantity: fc.integer({ min: 0, max: 9 }),
});

/** A ready contract under other rules, with other hours, times, periods and targets. */
export function changed(text: string, change: LawfulChange): string {
  const lines = (chosen: Chosen, indent: string): string =>
    Object.entries(chosen)
      .map(([name, value]) => `\n${indent}${name}: ${value}`)
      .join("");
  const ruled = text
    .replace("\n    business_days: close of business", () =>
      lines({ business_days: "same time", ...change.rules }, "    "),
    )
    .replace("\n    title: Business hours", (title) => title + lines(change.calendar, "    "))
    .replace(/\n {8}measure: .*/, (measure) => measure + lines(change.level, "        "))
    .replace(/(at least|at most|less than|more than) (\S+?)(?=[,}\n])/g, (_all, direction: string, mark: string) => {
      const pool = marks[unitOf(mark)] ?? [mark];
      return `${direction} ${[mark, ...pool, mark, mark, mark, mark][change.quantity % (pool.length + 5)]}`;
    });
  return change.exchanged.reduce((sum, { field, value, nth }) => exchangedIn(sum, field, [value, nth]), ruled);
}

function exchangedIn(text: string, field: string, [value, nth]: readonly [string, number]): string {
  const found = [...text.matchAll(new RegExp(`(?<=[ {]${field}: )(\\{[^}]*\\}|[^,}\\n]+)`, "g"))];
  const at = found[nth % Math.max(found.length, 1)];
  return at ? text.slice(0, at.index) + value + text.slice(at.index + at[0].length) : text;
}
