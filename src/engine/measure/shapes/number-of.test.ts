import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { type Fraction, fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { incident, isOpen, plainLevel, record, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

describe("counts", () => {
  const facts = [
    incident("A", ["2026-03-02", "2026-03-03"], { minutes: "20" }),
    incident("B", ["2026-03-05", null], { minutes: "30.5" }),
    incident("C", ["2026-02-05", "2026-03-05"], { minutes: "7" }),
    record("changes", "X", [["2026-03-01", isOpen]]),
    record("changes", "Y", [["2026-03-09", isOpen]]),
    record("changes", "Z", [["2026-03-10", isOpen]]),
    record("changes", "V", [["2026-03-11", isOpen]]),
  ];
  test.each<[string, Partial<LevelTerms>, Fraction]>([
    ["opened in March", { measure: "number" }, fraction(2)],
    ["the sum of a field", { measure: "number", value: "minutes" }, fraction(101, 2)],
    ["incidents per change", { measure: "rate", per: { of: "changes", where: {} } }, fraction(1, 2)],
    ["still open at the end", { measure: "backlog" }, fraction(1)],
    // 744 hours over two incidents
    ["seconds between incidents", { measure: "time between incidents" }, fraction(372 * 3600)],
  ])("%s", (_, parts, expected) => expect(measured(parts, facts).figure).toEqual(expected));
  test("none is 0, not nothing", () => expect(measured({ measure: "number" }, []).figure).toEqual(fraction(0)));
  test("per nothing is nothing", () =>
    expect(measured({ measure: "rate", per: { of: "changes", where: {} } }, []).figure).toBeNull());
});
