import { describe, expect, test } from "vitest";
import type { MeasureKind } from "../agreement/words.ts";
import { zero } from "../number/fraction.ts";
import { plainLevel, story } from "./fixture/story.ts";
import { measure } from "./measure.ts";

describe("a level whose records no file was read for", () => {
  const kinds: readonly MeasureKind[] = ["share in time", "share of records", "average", "number", "backlog", "rate"];
  test.each(kinds)("%s: nothing is known, which is neither none nor all good", (kind) => {
    const { value } = measure(story({ ...plainLevel, measure: kind }, [], { facts: {} }));
    expect(value).toMatchObject({ figure: null, completeness: zero });
  });

  test("a file without a record says that nothing happened: none is 0", () => {
    const { value } = measure(story({ ...plainLevel, measure: "number" }, [], { facts: { incidents: [] } }));
    expect(value.figure).toEqual(zero);
  });
});
