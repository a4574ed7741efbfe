import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { outage, plainLevel, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });

describe("failures", () => {
  const parts: Partial<LevelTerms> = { of: "outages", where: { impact: anyOf("down") } };
  const facts = [
    outage("A", ["2026-02-28 22:00", "2026-03-01 02:00"]), // 2 h in March, but no failure of March
    outage("B", ["2026-03-10 10:00", "2026-03-10 12:00"]),
    outage("C", ["2026-03-31 20:00", "2026-04-01 04:00"]), // 8 h, 4 of them in March
  ];
  test("up time over the failures that began in the month: (744 - 2 - 2 - 4) / 2", () =>
    expect(measured({ ...parts, measure: "time between failures" }, facts).figure).toEqual(fraction(368 * 3600)));
  test("from start to start: 744 / 2", () => {
    const rules = { ...plainLevel.rules, between_failures: "start to start" as const };
    expect(measured({ ...parts, measure: "time between failures", rules }, facts).figure).toEqual(fraction(372 * 3600));
  });
  test("without failures there is no time between them", () =>
    expect(measured({ ...parts, measure: "time between failures" }, [], { facts: { outages: [] } }).figure).toBeNull());
  test("time to restore, whole: (2 + 8) / 2", () =>
    expect(measured({ ...parts, measure: "time to restore" }, facts).figure).toEqual(fraction(5 * 3600)));
  test("an outage that goes on is not known", () => {
    const { completeness } = measured({ ...parts, measure: "time to restore" }, [
      ...facts,
      outage("D", ["2026-03-30", null]),
    ]);
    expect(completeness).toEqual(fraction(2, 3));
  });
});
