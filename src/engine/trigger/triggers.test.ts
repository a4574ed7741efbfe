import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../agreement/words.ts";
import { fraction } from "../number/fraction.ts";
import type { Result } from "../period/result.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { monthOf, result } from "../report/fixture/example-results.ts";
import { type Trigger, triggersOf } from "./triggers.ts";

const level = exampleLevels["share of records"];
const name = `${level.agreement}/${level.id}`;
const trigger = (parts: Partial<Trigger>): Trigger => ({
  ...{ id: "t", title: "T", opens: "improvement plan", critical: [] },
  ...parts,
});

const words: Readonly<Record<string, Verdict>> = {
  m: "missed",
  a: "at minimum",
  "+": "met",
  "-": "not rated",
  u: "undetermined",
  h: "held",
};

/** A letter a month, from January 2025 on. */
const history = (letters: string): readonly Result[] =>
  [...letters].map((letter, index) => {
    const id = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    return result(level, words[letter] as Verdict, { period: monthOf(id) });
  });

const found = (one: Trigger, results: readonly Result[]): readonly string[] =>
  triggersOf([one], results).map(({ periods }) => periods.map(({ id }) => id.slice(2)).join(" "));

describe("what follows from a row of months", () => {
  const rows: readonly (readonly [letters: string, counts: Partial<Trigger>, months: readonly string[]])[] = [
    ["m", { in_a_row: 1 }, ["25-01"]],
    ["+m+m", { in_a_row: 2 }, []],
    ["+mm+", { in_a_row: 2 }, ["25-02 25-03"]],
    // three in a row complete two chains of two
    ["mmm", { in_a_row: 2 }, ["25-01 25-02", "25-02 25-03"]],
    // nothing was rated in February: the chain goes on
    ["m-m", { in_a_row: 2 }, ["25-01 25-03"]],
    // February is not known to be missed: there is no chain
    ["mum", { in_a_row: 2 }, []],
    ["mhm", { in_a_row: 2 }, []],
    ["mam", { in_a_row: 2 }, []],
    ["aa", { in_a_row: 2, verdict: "at minimum" }, ["25-01 25-02"]],
    ["m+m++m", { times: 3, out_of: 6 }, ["25-01 25-03 25-06"]],
    // January is the seventh from the end
    ["m+m+++m", { times: 3, out_of: 6 }, []],
    // it is the sixth of those that were rated
    ["m+m-++m", { times: 3, out_of: 6 }, ["25-01 25-03 25-07"]],
    // a month that is met completes nothing
    ["mm++", { times: 2, out_of: 4 }, ["25-01 25-02"]],
  ];
  test.each(rows)("%s with %j", (letters, counts, months) =>
    expect(found(trigger(counts), history(letters))).toEqual(months),
  );
});

test("credits follow from money, not from results", () => {
  const credits = { plan: "p", at_least: { share: fraction(1, 10), of: "b" } };
  expect(triggersOf([trigger({ credits })], history("mmm"))).toEqual([]);
});

describe("the levels that are looked at", () => {
  const looks: readonly (readonly [what: string, parts: Partial<Trigger>, effects: number])[] = [
    ["all by default", {}, 1],
    ["all", { levels: "all" }, 1],
    ["all of another agreement", { levels: "all", agreement: "another" }, 0],
    ["critical with a weight", { levels: "critical", critical: [name] }, 1],
    ["critical without one", { levels: "critical" }, 0],
    ["by bare id", { levels: [level.id], agreement: level.agreement }, 1],
    ["by whole name", { levels: [name] }, 1],
    ["another", { levels: ["another"] }, 0],
  ];
  test.each(looks)("%s", (_, parts, effects) =>
    expect(triggersOf([trigger({ in_a_row: 1, ...parts })], history("m"))).toHaveLength(effects),
  );

  test("each group has a chain of its own", () => {
    const [first, second] = history("mm") as [Result, Result];
    const apart = [
      { ...first, group: "north" },
      { ...second, group: "south" },
    ];
    expect(triggersOf([trigger({ in_a_row: 2 })], apart)).toEqual([]);
  });
});

const letters = fc.array(fc.constantFrom(...Object.keys(words)), { maxLength: 16 }).map((each) => each.join(""));
const counts = fc.oneof(
  fc.record({ in_a_row: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ times: fc.integer({ min: 1, max: 4 }), out_of: fc.integer({ min: 4, max: 12 }) }),
);

describe("laws", () => {
  test("the order of results does not matter", () =>
    fc.assert(
      fc.property(letters, counts, fc.infiniteStream(fc.nat()), (months, how, random) => {
        const results = history(months);
        const mixed = results
          .map((one) => ({ one, at: random.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        expect(triggersOf([trigger(how)], mixed)).toEqual(triggersOf([trigger(how)], results));
      }),
    ));

  test("a longer history takes away no effect of an earlier month", () =>
    fc.assert(
      fc.property(letters, letters, counts, (before, later, how) => {
        const short = found(trigger(how), history(before));
        expect(found(trigger(how), history(before + later)).slice(0, short.length)).toEqual(short);
      }),
    ));

  test("months that are not rated change nothing but the dates", () =>
    fc.assert(
      fc.property(letters, counts, (months, how) => {
        const without = months.replaceAll("-", "");
        expect(found(trigger(how), history(months))).toHaveLength(found(trigger(how), history(without)).length);
      }),
    ));
});
