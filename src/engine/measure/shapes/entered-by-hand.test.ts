import { expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import type { Fact } from "../../record/record.ts";
import { plainLevel, story } from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { measure } from "../measure.ts";

const measured = (parts: Partial<LevelTerms>, facts: readonly Fact[], more: Partial<MeasureInput> = {}) =>
  measure(story({ ...plainLevel, ...parts }, facts, more)).value;

test("entered by hand: the last figure of the period stands, with a finding", () => {
  const entry = (part: number, period = "2026-03") => ({
    agreement: "quay-sla",
    level: "level",
    period,
    part: fraction(part),
    whole: fraction(100),
    by: "Ada Pell",
    evidence: ["minutes"],
    source: { file: "entered", row: part },
  });
  const { value, findings } = measure(
    story({ ...plainLevel, measure: "entered", of: null }, [], {
      entered: [entry(90), entry(97), entry(3, "2026-04")],
    }),
  );
  expect(value.figure).toEqual(fraction(97, 100));
  expect(findings.map(({ code }) => code)).toEqual(["entered-twice"]);
  expect(measured({ measure: "entered", of: null }, []).completeness).toEqual(fraction(0));
});
