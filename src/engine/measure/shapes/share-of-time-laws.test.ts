import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { compare, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { type Instant, instant } from "../../time/instant.ts";
import { totalOf } from "../../time/span.ts";
import { at, availability, march, outage, says, sets, share, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareOfTime } from "./share-of-time.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  shareOfTime(story({ ...availability, ...parts }, facts, more)).value;

describe("laws", () => {
  const start = at("2026-03-01");
  const outages = fc
    .array(
      fc.record({
        from: fc.integer({ min: -50, max: 744 }),
        hours: fc.integer({ min: 1, max: 90 }),
        impact: fc.constantFrom("down", "unknown", "degraded"),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map((each, index) => ({
        ...outage(`O${index}`, ["2026-03-01", null], { impact: each.impact }),
        events: moved(each),
      })),
    );
  const moved = (each: { from: number; hours: number; impact: string }) => {
    const began = instant(start + each.from * 3600);
    const said = (happened: Instant, sequence: number, change: Fact["events"][number]["change"]) => ({
      happened,
      learned: happened,
      sequence,
      source: { file: "law", row: sequence },
      change,
    });
    return [
      said(began, 0, sets("impact", each.impact)),
      said(began, 1, says("began")),
      said(instant(began + each.hours * 3600), 2, says("ended")),
    ];
  };
  const seconds = (facts: readonly Fact[], span = march) => {
    const { time } = measured({}, facts, { span, facts: { outages: facts } });
    return [totalOf(time?.down ?? []), totalOf(time?.unknown ?? []), totalOf(time?.scheduled ?? [])];
  };

  test("splitting a period never changes the totals", () =>
    fc.assert(
      fc.property(outages, fc.integer({ min: 1, max: 743 }), (facts, hour) => {
        const middle = instant(start + hour * 3600);
        const [left, right] = [seconds(facts, { ...march, end: middle }), seconds(facts, { ...march, start: middle })];
        expect(left.map((each, index) => each + (right[index] ?? 0))).toEqual(seconds(facts));
      }),
    ));

  test("the order of arrival never changes the result", () =>
    fc.assert(
      fc.property(outages, (facts) => {
        expect(seconds([...facts].reverse())).toEqual(seconds(facts));
      }),
    ));

  test("the bounds contain the figure, and lie within nothing and all", () =>
    fc.assert(
      fc.property(outages, (facts) => {
        const { figure, bounds } = measured({}, facts, { facts: { outages: facts } });
        if (figure === null || bounds === null) return;
        expect(compare(bounds.low, figure)).toBeLessThanOrEqual(0);
        expect(compare(figure, bounds.high)).toBeLessThanOrEqual(0);
        expect(compare(bounds.low, fraction(0))).toBeGreaterThanOrEqual(0);
        expect(compare(bounds.high, share("100"))).toBeLessThanOrEqual(0);
      }),
    ));
});
