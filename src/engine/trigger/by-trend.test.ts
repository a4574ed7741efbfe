import { describe, expect, test } from "vitest";
import type { TrendDocument } from "../agreement/document/improvement.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { fraction } from "../number/fraction.ts";
import { london } from "../report/fixture/example-contract.ts";
import { figuresFrom, triggerWith } from "../report/fixture/example-histories.ts";
import { exampleLevels } from "../report/fixture/example-levels.ts";
import { triggersOf } from "./triggers.ts";

/** Expected at least 97 %, at minimum 94 %. */
const success = exampleLevels["share of records"];
/** Expected at most 12. */
const open = exampleLevels.backlog;

const effects = (trend: TrendDocument, words: readonly string[], level: LevelTerms = success) =>
  triggersOf({
    triggers: [triggerWith({ trend })],
    results: figuresFrom(level, "2025-01", words),
    zone: london,
  });

/** The last month of each effect, by its number. */
const endings = (...of: Parameters<typeof effects>) =>
  effects(...of).map(({ periods }) => Number(periods.at(-1)?.id.slice(5)));

describe("a figure that got worse in a row", () => {
  const three = { worse_in_a_row: 3 };
  const rows: readonly (readonly [what: string, words: readonly string[], months: readonly number[]])[] = [
    ["three times worse takes four figures", ["99.9", "99.8", "99.7", "99.6"], [4]],
    ["twice is not three times", ["99.8", "99.7", "99.6"], []],
    ["the same figure is not worse", ["99.9", "99.8", "99.8", "99.6"], []],
    ["a better one begins again", ["99.9", "99.8", "99.85", "99.7", "99.6", "99.5"], [6]],
    ["each further month has its own", ["99.9", "99.8", "99.7", "99.6", "99.5"], [4, 5]],
    ["what is not rated is stepped over", ["99.9", "-", "99.8", "99.7", "-", "99.6"], [6]],
    ["so is a month in which nothing happened", ["99.9", "99.8", "met", "99.7", "99.6"], [5]],
    ["an undetermined figure breaks the row", ["99.9", "99.8", "?99.7", "99.6", "99.5"], []],
    ["and so does a disputed one", ["99.9", "99.8", "h99.7", "99.6"], []],
  ];
  test.each(rows)("%s", (_, words, months) => expect(endings(three, words)).toEqual(months));

  test("fewer is better where the mark is one of at most", () => {
    expect(endings({ worse_in_a_row: 2 }, ["3", "4", "6"], open)).toEqual([3]);
    expect(endings({ worse_in_a_row: 2 }, ["6", "4", "3"], open)).toEqual([]);
  });

  test("only while the newest figure is nearer to what is expected than agreed", () => {
    const near = { worse_in_a_row: 1, nearer_than: { unit: "share", value: fraction(1, 100) } } as const;
    // 99 % is two points from 97 %, 98 % exactly one, 97.5 % half of one, 96.5 % half of one below, 95 % two below
    expect(endings(near, ["100", "99", "98", "97.5", "96.5", "95"])).toEqual([4, 5]);
    expect(effects(near, ["98", "97.5"])[0]?.why).toMatchObject({ near: { distance: fraction(1, 200) } });
  });
});

describe("a line that reaches what is expected", () => {
  const line = { periods: 4, reaches: "expected", within: 3 } as const;

  test("2025: 99.4, 99.0, 98.6, 98.2 falls by 0.4 a month and is at 97 % three months later", () => {
    // (98.2 - 97) / 0.4 = 3
    const [effect] = effects(line, ["99.4", "99.0", "98.6", "98.2"]);
    expect(effect?.why).toMatchObject({ kind: "line", slope: fraction(-4, 1000), steps: fraction(3) });
    expect(effect?.periods.map(({ id }) => id)).toEqual(["2025-01", "2025-02", "2025-03", "2025-04"]);
  });

  const rows: readonly (readonly [what: string, words: readonly string[], months: readonly number[]])[] = [
    ["a little higher it takes longer", ["99.41", "99.01", "98.61", "98.21"], []],
    ["a line needs all its figures", ["99.0", "98.6", "98.2"], []],
    ["a level line reaches nothing", ["98", "98", "98", "98"], []],
    ["a rising one neither", ["97.1", "97.2", "97.3", "97.4"], []],
    ["a figure at the mark has reached it", ["98.2", "97.8", "97.4", "97"], []],
    // Places 1, 2, 4, 5 with 99.4, 99.0, 98.2, 97.8 lie on one line, which is at 97 % two months after the fifth
    ["a month without a figure leaves a gap", ["99.4", "99.0", "-", "98.2", "97.8"], [5]],
    ["an undetermined month leaves one as well", ["99.4", "99.0", "?90", "98.2", "97.8"], [5]],
    ["and is no newest one", ["99.4", "99.0", "98.6", "98.2", "?97.8"], [4]],
  ];
  test.each(rows)("%s", (_, words, months) => expect(endings(line, words)).toEqual(months));

  test("scattered figures: the line of least squares, exactly", () => {
    // Places -3 to 0, figures 99, 98, 98.5, 97.5 %: mean place -1.5, mean figure 98.25
    // slope = (-1.5·0.75 + -0.5·-0.25 + 0.5·0.25 + 1.5·-0.75) / (2.25 + 0.25 + 0.25 + 2.25) = -2 / 5 = -0.4
    // at the newest: 98.25 - 0.4·1.5 = 97.65; 97 % lies 0.65 / 0.4 = 1.625 months ahead
    const [effect] = effects(line, ["99", "98", "98.5", "97.5"]);
    expect(effect?.why).toMatchObject({ slope: fraction(-4, 1000), steps: fraction(13, 8) });
  });

  test("with a distance, figures that scatter far from the mark warn of nothing", () => {
    // 100, 100, 70, 100: the line falls by 3 a month, to 92.5 - 1.5·3 = 88 in April, while April itself is 3 from 97
    const near = (hundredths: number) => ({
      ...line,
      nearer_than: { unit: "share", value: fraction(hundredths, 10_000) } as const,
    });
    expect(endings(line, ["100", "100", "70", "100"])).toEqual([4]);
    expect(endings(near(300), ["100", "100", "70", "100"])).toEqual([]);
    expect(endings(near(301), ["100", "100", "70", "100"])).toEqual([4]);
  });

  test("the minimum, where that is what is looked for", () => {
    // 94 % lies (95 - 94) / 1 = 1 month ahead
    expect(endings({ ...line, periods: 3, reaches: "minimum", within: 1 }, ["97", "96", "95"])).toEqual([3]);
    // no minimum is agreed on the backlog
    expect(endings({ ...line, periods: 3, reaches: "minimum" }, ["7", "9", "11"], open)).toEqual([]);
  });
});
