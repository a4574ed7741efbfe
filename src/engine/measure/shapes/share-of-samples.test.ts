import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { at, decimal, mark, minutes, plainLevel, reads, record, sets, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });

describe("share of samples", () => {
  const parts: Partial<LevelTerms> = {
    measure: "share of samples",
    of: "samples",
    where: { metric: anyOf("storage") },
    good: { value: { kind: "mark", mark: mark("at most", decimal("0.8")) } },
    sampledEvery: minutes(60),
  };
  const day = { span: { start: at("2026-03-02"), end: at("2026-03-03") } };
  const series = (times: readonly string[], value: string): Fact =>
    record("samples", "storage", [
      ["2026-03-01", sets("metric", "storage")],
      ...times.map((time) => [`2026-03-02 ${time}`, reads(value)] as const),
    ]);
  const hourly = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`);

  test("all there", () => {
    const { figure, completeness } = measured(parts, [series(hourly, "0.79")], day);
    expect([figure, completeness]).toEqual([fraction(1), fraction(1)]);
  });
  test("exactly on the limit is good, one part in a million over is not", () => {
    expect(measured(parts, [series(hourly, "80%")], day).part).toEqual(fraction(24));
    expect(measured(parts, [series(hourly, "0.800001")], day).part).toEqual(fraction(0));
  });
  test("a gap of three samples is not known", () => {
    const { figure, bounds, completeness, items } = measured(
      parts,
      [
        series(
          hourly.filter((_, hour) => hour < 10 || hour > 12),
          "0.5",
        ),
      ],
      day,
    );
    expect(figure).toEqual(fraction(1));
    expect(bounds).toEqual({ low: fraction(21, 24), high: fraction(1) });
    expect(completeness).toEqual(fraction(21, 24));
    expect(items.find(({ why }) => why.code === "gap")?.why.facts).toMatchObject({
      missing: "3",
      from: String(at("2026-03-02 09:00")),
    });
  });
  test.each([
    ["share of samples", fraction(21, 24)],
    ["percentile", fraction(21, 24)],
    ["average", fraction(21, 24)],
  ] as const)("%s: three of 24 samples that never came are three, though in one gap", (shape, completeness) => {
    const there = hourly.filter((_, hour) => hour < 10 || hour > 12);
    const level = { ...parts, measure: shape, percent: fraction(95, 100), value: "value" };
    const found = measured(shape === "share of samples" ? parts : level, [series(there, "0.5")], day);
    expect(found.completeness).toEqual(completeness);
  });
  test("without sampled_every a mean needs only what came", () => {
    const level = { ...parts, measure: "average" as const, value: "value", sampledEvery: null };
    expect(measured(level, [series(["10:00"], "0.5")], day)).toMatchObject({
      figure: fraction(1, 2),
      completeness: fraction(1),
    });
  });
  test("no sample at all is a day of 24 that are missing", () => {
    const { figure, completeness } = measured(parts, [], day);
    expect([figure, completeness]).toEqual([null, fraction(0)]);
  });
  test("samples a little late are no gap", () =>
    expect(
      measured(
        parts,
        [
          series(
            hourly.map((time, hour) => time.replace(":00", hour % 2 ? ":07" : ":02")),
            "0.5",
          ),
        ],
        day,
      ).completeness,
    ).toEqual(fraction(1)));
  test("samples 1 h 50 min apart have one missing between them", () => {
    const late = hourly.filter((_, hour) => hour !== 10).map((time) => (time === "11:00" ? "10:50" : time));
    expect(measured(parts, [series(late, "0.5")], day).completeness).toEqual(fraction(23, 24));
  });
  test("outside service time nothing is expected", () =>
    // office hours, 09:00 to 17:00: 8 samples
    expect(measured({ ...parts, calendar: "office" }, [series(hourly, "0.5")], day).whole).toEqual(fraction(8)));
  test("one record a sample, and the mean of the slots", () => {
    const sample = (id: string, time: string, value: string): Fact =>
      record("samples", id, [
        [`2026-03-02 ${time}`, sets("metric", "storage")],
        [`2026-03-02 ${time}`, sets("value", value)],
      ]);
    const facts = [sample("a", "09:01", "0.5"), sample("b", "09:02", "0.9"), sample("c", "09:06", "0.5")];
    const slots = { ...parts, sampledEvery: null, slot: minutes(5) };
    // (1/2 + 1/1) / 2
    expect(measured(slots, facts, day).figure).toEqual(fraction(3, 4));
  });
});
