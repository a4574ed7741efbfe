import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { becomes, plainLevel, record, says, sets, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

const anyOf = (...values: string[]) => ({ kind: "any of" as const, values });

describe("share of records", () => {
  const parts: Partial<LevelTerms> = {
    measure: "share of records",
    of: "changes",
    good: { outcome: anyOf("successful") },
  };
  const change = (id: string, when: string, outcome: string | null): Fact =>
    record("changes", id, [
      ["2026-02-20", says("requested")],
      [when, says("implemented")],
      ...(outcome === null ? [] : [[when, sets("outcome", outcome)] as const]),
    ]);
  const facts = [
    change("A", "2026-03-02", "successful"),
    change("B", "2026-03-03", "failed"),
    change("C", "2026-03-04", null),
    change("D", "2026-04-02", "failed"),
  ];
  test("counted by the month they were implemented; an unknown outcome is in the bounds", () => {
    const { figure, bounds, completeness } = measured(parts, facts);
    expect(figure).toEqual(fraction(1, 2));
    expect(bounds).toEqual({ low: fraction(1, 3), high: fraction(2, 3) });
    expect(completeness).toEqual(fraction(2, 3));
  });
  test("every record that lived in the month says why it is counted or not", () => {
    const withdrawn = record("changes", "E", [
      ["2026-03-05", says("requested")],
      ["2026-03-06", becomes("cancelled")],
    ]);
    const { items } = measured(parts, [...facts, withdrawn]);
    expect(items.map(({ record: id, why }) => `${id} ${why.code}`)).toEqual([
      "A good",
      "B not-good",
      "C field-missing",
      "D not-yet-counted",
      "E called-off",
    ]);
  });
  test("counted by another moment", () => {
    const counted = { ...parts, rules: { ...plainLevel.rules, counted_by: "requested" as const } };
    expect(measured(counted, facts).whole).toEqual(fraction(0));
  });
});
