import { describe, expect, test } from "vitest";
import type { AverageDocument } from "../agreement/document/improvement.ts";
import type { Quantity } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { fraction } from "../number/fraction.ts";
import { london } from "../report/fixture/example-contract.ts";
import { figuresFrom, triggerWith } from "../report/fixture/example-histories.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { writeDay } from "../time/civil.ts";
import type { Trigger } from "./trigger.ts";
import { triggersOf } from "./triggers.ts";

const percent = (hundredths: number): Quantity => ({ unit: "share", value: fraction(hundredths, 10_000) });
const number = (tenths: number): Quantity => ({ unit: "number", value: fraction(tenths, 10) });
const availability = exampleLevels["share of time"];

const effects = (
  average: AverageDocument,
  words: readonly string[],
  of: { level?: LevelTerms } & Partial<Trigger> = {},
) => {
  const { level = availability, ...parts } = of;
  return triggersOf({
    triggers: [triggerWith({ average, ...parts })],
    results: figuresFrom(level, "2025-04", words),
    zone: london,
  });
};

test("a right to end the contract by the mean of three months, with notice of 30 days, for 60 days", () => {
  const [effect, ...others] = effects({ periods: 3, below: percent(9700) }, ["96.1", "97.4", "97.2"], {
    opens: "right to end the contract",
    notice: { kind: "days", count: 30 },
    expires: { kind: "days", count: 60 },
  });
  // (96.1 + 97.4 + 97.2) / 3 = 290.7 / 3 = 96.9
  expect(effect?.why).toMatchObject({ mean: fraction(969, 1000), side: "below" });
  // the last of them ends on 30 June: 31 days of July and 29 of August
  expect(effect?.lastDay && writeDay(effect.lastDay)).toBe("2025-08-29");
  expect([effect?.notice, others]).toEqual([{ kind: "days", count: 30 }, []]);
});

describe("the mean of the newest figures", () => {
  const rows: readonly (readonly [
    what: string,
    average: AverageDocument,
    words: readonly string[],
    effects: number,
  ])[] = [
    ["at the mark is not below it", { periods: 2, below: percent(9700) }, ["96", "98"], 0],
    ["nor above it", { periods: 2, above: percent(9700) }, ["96", "98"], 0],
    ["a hair above", { periods: 2, above: percent(9700) }, ["96", "98.01"], 1],
    ["two months are not three", { periods: 3, below: percent(9700) }, ["90", "90"], 0],
    ["each month after the third", { periods: 3, below: percent(9700) }, ["90", "90", "90", "90", "100"], 3],
    // (90 + 99 + 99) / 3 = 96 and, once April is out, (99 + 99 + 99) / 3 = 99
    ["a month leaves the mean again", { periods: 3, below: percent(9700) }, ["90", "99", "99", "99"], 1],
    ["what is not rated is stepped over", { periods: 3, below: percent(9700) }, ["90", "-", "90", "met", "90"], 1],
    ["an undetermined month leaves it open", { periods: 3, below: percent(9700) }, ["90", "?90", "90"], 0],
    ["a figure of another unit is no mark", { periods: 1, below: number(970) }, ["90"], 0],
  ];
  test.each(rows)("%s", (_, average, words, count) => expect(effects(average, words)).toHaveLength(count));
});

describe("low satisfaction is an average below a mark", () => {
  test("a share of content users: below 75 % over two months", () => {
    const level = exampleLevels["share of answers"];
    // (80 + 71) / 2 = 75.5, (71 + 78) / 2 = 74.5
    expect(effects({ periods: 2, below: percent(7500) }, ["80", "71", "78"], { level })).toMatchObject([
      { periods: [{ id: "2025-05" }, { id: "2025-06" }], why: { mean: fraction(745, 1000) } },
    ]);
  });

  test("a score of one to five: below 3.5 in one month", () => {
    const scores: LevelTerms = {
      ...exampleLevels.average,
      ...{ of: "surveys", clock: null, value: "score", trim: null },
      target: { expected: { direction: "at least", quantity: number(40) }, minimum: null },
    };
    const found = effects({ periods: 1, below: number(35) }, ["4.2", "3.4", "3.5"], { level: scores });
    expect(found.map(({ periods }) => periods.map(({ id }) => id))).toEqual([["2025-05"]]);
  });
});
