import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { becomes, clockOf, incident, isOpen, plainLevel, record, sets, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });

describe("means and percentiles", () => {
  const took = (id: string, length: number): Fact =>
    incident(id, ["2026-03-02 00:00", `2026-03-02 ${String(length).padStart(2, "0")}:00`]);
  const facts = [took("A", 1), took("B", 2), took("C", 3), took("D", 10)];
  const hoursOf = (figure: Fraction | null) => figure && Number(figure.n) / Number(figure.d) / 3600;
  test.each<[string, Partial<LevelTerms>, number]>([
    ["mean", { measure: "average" }, 4],
    ["mean without the slowest quarter", { measure: "average", trim: fraction(1, 4) }, 2],
    ["median", { measure: "percentile", percent: fraction(1, 2) }, 2],
    [
      "median between two",
      { measure: "percentile", percent: fraction(1, 2), rules: { ...plainLevel.rules, percentile_method: "linear" } },
      2.5,
    ],
  ])("%s of clocks", (_, parts, expected) =>
    expect(hoursOf(measured({ clock: clockOf(8), ...parts }, facts).figure)).toBe(expected),
  );

  test("a mean of a field; one missing value leaves a third unknown", () => {
    const survey = (id: string, score: string | null): Fact =>
      record("surveys", id, [["2026-03-02", sets("score", score)]]);
    const { figure, completeness, bounds } = measured({ measure: "average", of: "surveys", value: "score" }, [
      survey("A", "4"),
      survey("B", "4.5"),
      survey("C", null),
    ]);
    expect(figure).toEqual(fraction(17, 4));
    expect(completeness).toEqual(fraction(2, 3));
    expect(bounds).toBeNull();
  });
  test("the raw mean keeps what was excepted, but nothing of what is not selected", () => {
    const named = (id: string, length: number, team: string): Fact =>
      incident(id, ["2026-03-02 00:00", `2026-03-02 0${length}:00`], { team });
    const parts = {
      measure: "average" as const,
      clock: clockOf(8),
      where: { team: anyOf("red", "blue") },
      except: [{ because: "Raised by the drill", where: { team: anyOf("blue") } }],
    };
    const moved = record("incidents", "D", [
      ["2026-03-02 00:00", sets("team", "green")],
      ["2026-03-02 00:00", isOpen],
      ["2026-03-02 09:00", becomes("resolved")],
      ["2026-03-03 00:00", sets("team", "red")],
    ]);
    const { figure, raw } = measured(parts, [
      named("A", 1, "red"),
      named("B", 3, "blue"),
      named("C", 8, "green"),
      moved,
    ]);
    expect([hoursOf(figure), hoursOf(raw.figure)]).toEqual([1, 2]);
  });
  test("of nothing there is none", () =>
    expect(measured({ measure: "average", clock: clockOf(8) }, []).figure).toBeNull());
});
