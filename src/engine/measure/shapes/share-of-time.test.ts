import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { at, availability, from, outage, record, says, sets, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareOfTime } from "./share-of-time.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  shareOfTime(story({ ...availability, ...parts }, facts, more)).value;

/** Up and agreed hours. */
const hoursOf = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) => {
  const { part, whole } = measured(parts, facts, more);
  return [Number(part?.n) / 3600, Number(whole?.n) / 3600];
};

const withRules = (rules: Partial<LevelTerms["rules"]>): Partial<LevelTerms> => ({
  rules: { ...availability.rules, ...rules },
});

describe("outages within service time", () => {
  // March has 744 hours, 22 weekdays of 8 hours are 176.
  test.each<[string, Partial<LevelTerms>, readonly Fact[], readonly number[]]>([
    [
      "two apart",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-03 10:00", "2026-03-03 11:00"])],
      [741, 744],
    ],
    [
      "two that overlap are united",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-02 11:00", "2026-03-02 13:00"])],
      [741, 744],
    ],
    [
      "or added",
      withRules({ overlaps: "added" }),
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]), outage("B", ["2026-03-02 11:00", "2026-03-02 13:00"])],
      [740, 744],
    ],
    ["carried over from February", {}, [outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"])], [742, 744]],
    ["ended in the second it began", {}, [outage("A", ["2026-03-12 20:00", "2026-03-12 20:00"])], [744, 744]],
    [
      "ended in the second it began, and begun again an hour later",
      {},
      [
        record("outages", "A", [
          ["2026-03-12 20:00", says("began")],
          ["2026-03-12 20:00", sets("impact", "down")],
          ["2026-03-12 20:00", says("ended")],
          ["2026-03-12 21:00", says("reopened")],
          ["2026-03-12 22:00", says("ended")],
        ]),
      ],
      [743, 744],
    ],
    ["still going on", {}, [outage("A", ["2026-03-31 22:00", null])], [742, 744]],
    [
      "an end alone: down since the period began",
      {},
      [
        record("outages", "A", [
          ["2026-03-01 05:00", sets("impact", "down")],
          ["2026-03-01 05:00", says("ended")],
        ]),
      ],
      [739, 744],
    ],
    [
      "the same end, but in another month",
      {},
      [
        record("outages", "A", [
          ["2026-04-02 05:00", sets("impact", "down")],
          ["2026-04-02 05:00", says("ended")],
        ]),
        outage("B", ["2026-03-02 10:00", "2026-03-02 12:00"]),
      ],
      [742, 744],
    ],
    [
      "degraded is not down",
      {},
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"], { impact: "degraded" })],
      [744, 744],
    ],
    // Friday 16:00 to Monday 10:00 costs one hour on either side.
    [
      "over a weekend in office hours",
      { calendar: "office" },
      [outage("A", ["2026-03-06 16:00", "2026-03-09 10:00"])],
      [174, 176],
    ],
    [
      "a month of 30 days, whatever the calendar says",
      { period: { kind: "fixed", seconds: 2_592_000 } },
      [outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"])],
      [718, 720],
    ],
  ])("%s", (_, parts, facts, expected) => expect(hoursOf(parts, facts)).toEqual(expected));

  const overMonthEnd = outage("A", ["2026-03-31 22:00", "2026-04-01 05:00"]);
  const april = { span: from("2026-04-01", "2026-05-01"), period: "2026-04" };
  test("over the end of a month, split by seconds", () => {
    expect(hoursOf({}, [overMonthEnd])).toEqual([742, 744]);
    expect(hoursOf({}, [overMonthEnd], april)).toEqual([715, 720]);
  });
  test("over the end of a month, all of it in the month it began", () => {
    const rules = withRules({ over_month_end: "start month" });
    expect(hoursOf(rules, [overMonthEnd])).toEqual([737, 744]);
    expect(hoursOf(rules, [overMonthEnd], april)).toEqual([720, 720]);
  });
});

describe("time about which nothing is known", () => {
  const blind = outage("U", ["2026-03-10 00:00", "2026-03-10 04:00"], { impact: "unknown" });
  const down = outage("A", ["2026-03-02 10:00", "2026-03-02 12:00"]);
  test("leaves the figure; the bounds take it as up and as down", () => {
    const { figure, bounds, completeness } = measured({}, [down, blind]);
    expect(figure).toEqual(fraction(738, 740)); // 744 - 4 - 2 of 744 - 4
    expect(bounds).toEqual({ low: fraction(738, 744), high: fraction(742, 744) });
    expect(completeness).toEqual(fraction(740, 744));
  });
  test.each([
    ["as up", [742, 744]],
    ["as down", [738, 744]],
  ] as const)("counts %s where that is agreed", (unknown_time, expected) =>
    expect(hoursOf(withRules({ unknown_time }), [down, blind])).toEqual(expected),
  );
  test("is all of it without a record of outages at all", () => {
    const { figure, completeness, bounds } = measured({}, [], { facts: {} });
    expect(figure).toBeNull();
    expect(completeness).toEqual(fraction(0));
    expect(bounds).toEqual({ low: fraction(0), high: fraction(1) });
  });
  test("a file of outages without one in it is a month without an outage", () =>
    expect(measured({}, [], { facts: { outages: [] } }).figure).toEqual(fraction(1)));
  test("what is not yet known is unknown", () => {
    const { completeness } = measured({}, [down], { knownUntil: at("2026-03-16 12:00") });
    expect(completeness).toEqual(fraction(1, 2)); // 15.5 of 31 days
  });
  test("an outage of before the period is unknown where its state is not carried over", () => {
    const carried = outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"]);
    expect(hoursOf(withRules({ state_at_start: "unknown" }), [carried])).toEqual([742, 742]);
  });
});
