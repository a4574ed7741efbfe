import { describe, expect, test } from "vitest";
import type { CapacityDocument } from "../agreement/document/improvement.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { fraction } from "../number/fraction.ts";
import { london } from "../report/fixture/example-contract.ts";
import { figuresFrom, triggerWith } from "../report/fixture/example-histories.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { triggersOf } from "./triggers.ts";

/** Storage used, in per cent of what there is: expected at most 85 %. */
const used: LevelTerms = {
  ...exampleLevels["share of samples"],
  ...{ id: "storage-used", measure: "percentile", percent: fraction(19, 20), value: "value" },
  target: { expected: { direction: "at most", quantity: { unit: "share", value: fraction(17, 20) } }, minimum: null },
};

const months = (count: number) => ({ kind: "months", count }) as const;
const eighty = { unit: "share", value: fraction(4, 5) } as const;
const ahead: CapacityDocument = { reaches: eighty, within: months(3), from: 6 };

const effects = (capacity: CapacityDocument, words: readonly string[], level: LevelTerms = used) =>
  triggersOf({ triggers: [triggerWith({ capacity })], results: figuresFrom(level, "2025-01", words), zone: london });

const endings = (...of: Parameters<typeof effects>) =>
  effects(...of).map(({ periods }) => Number(periods.at(-1)?.id.slice(5)));

test("2025: 60, 63, 66, 69, 72 % used: 80 % is less than three months away in May", () => {
  // 3 a month: from April (80 - 69) / 3 = 11/3 months, from May (80 - 72) / 3 = 8/3
  expect(endings(ahead, ["60", "63", "66", "69"])).toEqual([]);
  const [effect] = effects(ahead, ["60", "63", "66", "69", "72"]);
  expect(effect?.why).toMatchObject({
    kind: "line",
    slope: fraction(3, 100),
    steps: fraction(8, 3),
    within: months(3),
  });
});

test("2025: 71 % in May are not enough, by the line of least squares", () => {
  // Places -2 to 2 around March, mean (60 + 63 + 66 + 69 + 71) / 5 = 65.8; slope (-2·60 - 63 + 69 + 2·71) / 10 = 2.8
  // in May the line is at 65.8 + 2·2.8 = 71.4, and 80 % lies 8.6 / 2.8 = 43/14 months ahead, a little over three
  expect(effects(ahead, ["60", "63", "66", "69", "71"])).toEqual([]);
  expect(effects({ ...ahead, within: months(4) }, ["60", "63", "66", "69", "71"]).at(-1)?.why).toMatchObject({
    slope: fraction(28, 1000),
    steps: fraction(43, 14),
  });
});

describe("which figures the line is laid through", () => {
  const rows: readonly (readonly [what: string, words: readonly string[], months: readonly number[]])[] = [
    ["two say nothing", ["70", "79"], []],
    ["three are enough", ["70", "73", "76"], [3]],
    ["months that are not rated leave a gap", ["70", "-", "74", "-", "78"], [5]],
    ["and so do those that are undetermined or disputed", ["70", "?10", "74", "h10", "78"], [5]],
    ["two rated among many say nothing", ["-", "70", "-", "79", "-"], []],
    ["no more than six", ["79", "10", "10", "60", "63", "66", "69", "72", "75"], [9]],
    ["a line that falls reaches nothing", ["79", "78", "77"], []],
    ["a figure at the mark has reached it", ["70", "75", "80"], [3]],
    ["and one beyond it", ["10", "10", "95"], [3]],
  ];
  test.each(rows)("%s", (_, words, expected) => {
    const found = endings(ahead, words);
    expect(found.filter((month) => month === words.length)).toEqual(expected);
  });

  test("a figure beyond the mark is said to have reached it", () =>
    expect(effects(ahead, ["70", "75", "80"]).at(-1)?.why).toMatchObject({ kind: "reached", reaches: eighty }));
});

describe("the time ahead in periods of the level", () => {
  // 70, 73, 76 reaches 80 % in 4/3 periods
  const rows: readonly (readonly [CapacityDocument["within"], LevelTerms["period"], effects: number])[] = [
    [months(2), { kind: "month" }, 1],
    [months(1), { kind: "month" }, 0],
    [months(4), { kind: "quarter" }, 1], // 4/3 quarters
    [months(3), { kind: "quarter" }, 0],
    [{ kind: "days", count: 10 }, { kind: "week" }, 1], // 10/7 weeks
    [{ kind: "days", count: 9 }, { kind: "week" }, 0], // 9/7 weeks
    [months(12), { kind: "week" }, 0],
    [{ kind: "days", count: 365 }, { kind: "month" }, 0],
  ];
  test.each(rows)("%j of a level judged by %j", (within, period, count) =>
    expect(effects({ ...ahead, within }, ["70", "73", "76"], { ...used, period })).toHaveLength(count),
  );
});

test("head room that shrinks reaches a mark from above", () => {
  // 99.4, 99.2, 99.0 of good samples: 98.4 lies 0.6 / 0.2 = 3 months ahead
  const reaches = { unit: "share", value: fraction(984, 1000) } as const;
  expect(endings({ ...ahead, reaches }, ["99.4", "99.2", "99.0"], exampleLevels["share of samples"])).toEqual([3]);
});

test("a figure of another unit is not reached", () =>
  expect(effects({ ...ahead, reaches: { unit: "number", value: fraction(1) } }, ["70", "73", "76"])).toEqual([]));
