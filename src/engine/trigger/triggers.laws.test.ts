import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import { london } from "../report/fixture/example-contract.ts";
import {
  creditPlan,
  creditsFrom,
  figuresFrom,
  monthsFrom,
  outagesFrom,
  triggerWith,
} from "../report/fixture/example-histories.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import type { CreditMonth } from "./credit-month.ts";
import type { Effect } from "./effect.ts";
import type { Trigger } from "./trigger.ts";
import { triggersOf } from "./triggers.ts";

const levels = [
  exampleLevels["share of records"],
  exampleLevels["share of answers"],
  exampleLevels["share of samples"],
];
const mark = { unit: "share", value: fraction(97, 100) } as const;
const few = fc.integer({ min: 1, max: 4 });

/** One of every way of looking. */
const trigger: fc.Arbitrary<Trigger> = fc
  .oneof(
    fc.record({ in_a_row: few }),
    fc.record({ times: few, out_of: fc.integer({ min: 4, max: 12 }) }),
    fc.record({ trend: fc.record({ worse_in_a_row: few }) }),
    fc.record({
      trend: fc.record({
        periods: fc.integer({ min: 3, max: 6 }),
        reaches: fc.constant("expected" as const),
        within: few,
      }),
    }),
    fc.record({ average: fc.record({ periods: few, below: fc.constant(mark) }) }),
    fc.record({
      chronic: fc.record({ outages: few, within: fc.constant({ kind: "days", count: 30 } as const) }),
    }),
    fc.record({
      capacity: fc.record({
        reaches: fc.constant(mark),
        within: fc.constant({ kind: "months", count: 3 } as const),
        from: fc.integer({ min: 3, max: 6 }),
      }),
    }),
    fc.record({ credits: fc.constant({ plan: creditPlan.id }), in_a_row: few }),
    fc.record({ limit_reached: fc.constant(creditPlan.id), times: few, out_of: fc.integer({ min: 4, max: 8 }) }),
  )
  .map((parts) => triggerWith({ plan: creditPlan, ...parts }));

const figure = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 940, max: 1000 }).map((tenths) => String(tenths / 10)) },
  fc.constantFrom("-", "met", "?96", "h96"),
);

/** Figures of one level, month by month. */
const figures = fc.array(figure, { minLength: 2, maxLength: 12 });

const first = "2025-01";

/** Outages by the day on which they begin, two hours each; the second may lie in the next month. */
const outages = fc.array(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 21 })),
  { minLength: 2, maxLength: 12 },
);

const down = fc.tuple(outages, fc.integer({ min: 3, max: 6 })).map(([all, count]) =>
  outagesFrom(
    exampleLevels["share of time"],
    monthsFrom(first, count),
    all.map(([month, day, hour], index) => {
      const date = `2025-${two(month)}-${two(day)}`;
      return [`OUT-${index}`, `${date} ${two(hour)}:00`, `${date} ${two(hour + 2)}:00`] as const;
    }),
  ),
);

const two = (value: number): string => String(value).padStart(2, "0");

const results: fc.Arbitrary<readonly Result[]> = fc
  .tuple(fc.array(figures, { minLength: 3, maxLength: 3 }), down)
  .map(([rows, own]) => [
    ...rows.flatMap((words, index) => figuresFrom(levels[index] ?? exampleLevels.entered, first, words)),
    ...own,
  ]);

const credits = fc
  .array(fc.constantFrom("0", "5", "7!", "9"), { maxLength: 12 })
  .map((words) => creditsFrom(first, words));

const effectsOf = (one: Trigger, of: readonly Result[], months: readonly CreditMonth[] = []) =>
  triggersOf({ triggers: [one], results: of, credits: months, zone: london });

/** The periods that ended with or before a month. */
const until = <T extends { readonly period: { readonly end: number } }>(all: readonly T[], month: number) => {
  const end = monthsFrom(first, 12)[month]?.end ?? 0;
  return all.filter(({ period }) => period.end <= end);
};

describe("laws of what follows", () => {
  test("the order of results and of credits does not matter", () =>
    fc.assert(
      fc.property(trigger, results, credits, fc.infiniteStream(fc.nat()), (one, all, months, random) => {
        const shuffled = <T>(list: readonly T[]): readonly T[] =>
          list
            .map((each) => ({ each, at: random.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ each }) => each);
        expect(effectsOf(one, shuffled(all), shuffled(months))).toEqual(effectsOf(one, all, months));
      }),
    ));

  test("a longer history takes away no effect, and changes none", () =>
    fc.assert(
      fc.property(trigger, results, credits, fc.nat({ max: 11 }), (one, all, months, month) => {
        const before = effectsOf(one, until(all, month), until(months, month));
        const later = effectsOf(one, all, months);
        const end = monthsFrom(first, 12)[month]?.end ?? 0;
        const kept = later.filter(({ periods }) => (periods.at(-1)?.end ?? 0) <= end);
        expect(kept).toEqual(before);
      }),
    ));

  test("each level by itself has the effects that it has among others", () =>
    fc.assert(
      fc.property(trigger, results, (one, all) => {
        const apart = [...Map.groupBy(all, ({ level }) => level.id).values()].flatMap((own) => effectsOf(one, own));
        const byLevel = (effects: readonly Effect[]) =>
          effects.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : nameOf(a) > nameOf(b) ? 1 : 0));
        expect(byLevel(apart)).toEqual(byLevel(effectsOf(one, all)));
      }),
    ));

  test("several triggers have the effects of each, in their order", () =>
    fc.assert(
      fc.property(trigger, trigger, results, credits, (a, b, all, months) => {
        const both = triggersOf({ triggers: [a, b], results: all, credits: months, zone: london });
        expect(both).toEqual([...effectsOf(a, all, months), ...effectsOf(b, all, months)]);
      }),
    ));

  test("months that are not rated change nothing but the dates of what is counted", () =>
    fc.assert(
      fc.property(figures, few, fc.integer({ min: 4, max: 12 }), (words, times, out_of) => {
        const count = (of: readonly string[], parts: Partial<Trigger>) =>
          effectsOf(triggerWith(parts), figuresFrom(exampleLevels["share of records"], first, of)).length;
        const rated = words.filter((word) => word !== "-");
        for (const parts of [{ in_a_row: times }, { times, out_of }, { trend: { worse_in_a_row: times } }])
          expect(count(words, parts)).toBe(count(rated, parts));
      }),
    ));
});

const nameOf = ({ about }: Effect): string => (about.kind === "level" ? about.level.id : about.plan.id);
