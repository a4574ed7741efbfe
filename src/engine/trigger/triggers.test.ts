import { describe, expect, test } from "vitest";
import type { Verdict } from "../agreement/words.ts";
import type { Result } from "../period/result.ts";
import { london } from "../report/fixture/example-contract.ts";
import { triggerWith as trigger } from "../report/fixture/example-histories.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { monthOf, result } from "../report/fixture/example-results.ts";
import { writeDay } from "../time/civil.ts";
import type { Trigger } from "./trigger.ts";
import { triggersOf } from "./triggers.ts";

const level = exampleLevels["share of records"];
const name = `${level.agreement}/${level.id}`;

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
  triggersOf({ triggers: [one], results, zone: london }).map(({ periods }) =>
    periods.map(({ id }) => id.slice(2)).join(" "),
  );

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
    expect(found(trigger({ in_a_row: 1, ...parts }), history("m"))).toHaveLength(effects),
  );

  test("each group has a chain of its own", () => {
    const [first, second] = history("mm") as [Result, Result];
    const apart = [
      { ...first, group: "north" },
      { ...second, group: "south" },
    ];
    expect(found(trigger({ in_a_row: 2 }), apart)).toEqual([]);
  });
});

describe("what it asks for", () => {
  const effects = (parts: Partial<Trigger>) =>
    triggersOf({ triggers: [trigger({ in_a_row: 1, ...parts })], results: history("m"), zone: london });

  test("nothing, where nothing is agreed", () =>
    expect(effects({})).toMatchObject([{ within: null, notice: null, lastDay: null }]));

  test("a deadline and a notice as they are agreed", () => {
    const within = { kind: "business days", count: 5 } as const;
    const notice = { kind: "months", count: 3 } as const;
    expect(effects({ opens: "root cause analysis", within })).toMatchObject([{ within, opens: "root cause analysis" }]);
    expect(effects({ opens: "right to end the contract", notice })).toMatchObject([{ notice }]);
  });

  // January 2025 ends on the 31st: 60 days on is 1 April (28 in February, 31 in March, and one)
  test.each([
    ["60 days", { kind: "days", count: 60 }, "2025-04-01"],
    ["a month, as long as that month is", { kind: "months", count: 1 }, "2025-02-28"],
  ] as const)("the last day of a right: %s", (_, expires, day) => {
    const [effect] = effects({ opens: "right to end the contract", expires });
    expect(effect?.lastDay === null || effect === undefined ? null : writeDay(effect.lastDay)).toBe(day);
  });
});
