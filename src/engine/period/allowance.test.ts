import { describe, expect, test } from "vitest";
import {
  atLeast,
  availability,
  decimal,
  hours,
  incident,
  mark,
  minutes,
  outage,
  plainLevel,
  reads,
  record,
  resolution,
  sets,
  story,
} from "../measure/fixture/story.ts";
import { measure } from "../measure/measure.ts";
import { allowanceOf } from "./allowance.ts";

const target = { expected: atLeast("95"), minimum: null };
const minute = (count: number) =>
  `2026-03-02 ${String(9 + Math.floor(count / 60)).padStart(2, "0")}:${String(count % 60).padStart(2, "0")}`;

describe("how many may be missed", () => {
  test("of records: floor(40 x 5 %) = 2", () => {
    const all = Array.from({ length: 40 }, (_, index) =>
      incident(`I${index}`, ["2026-03-02 00:00", index < 3 ? "2026-03-02 12:00" : "2026-03-02 01:00"]),
    );
    expect(allowanceOf(measure(story(resolution, all)).value, target, null)).toEqual({
      allowed: 2,
      misses: 3,
      unknown: 0,
    });
  });

  test("of samples, those that never came included", () => {
    // One a minute from 09:00 to 10:00, one of them bad, the last ten missing: floor(60 x 5 %) = 3.
    const lines = Array.from(
      { length: 50 },
      (_, index) => [minute(index), reads(index === 7 ? "0.9" : "0.5")] as const,
    );
    const level = {
      ...plainLevel,
      measure: "share of samples" as const,
      of: "samples" as const,
      good: { value: { kind: "mark" as const, mark: mark("at most", decimal("0.8")) } },
      sampledEvery: minutes(1),
    };
    const span = story(level, []).span;
    const hour = {
      start: (span.start + 33 * 3600) as typeof span.start,
      end: (span.start + 34 * 3600) as typeof span.start,
    };
    const fact = record("samples", "S", [["2026-03-01", sets("metric", "load")], ...lines]);
    expect(allowanceOf(measure(story(level, [fact], { span: hour })).value, target, null)).toEqual({
      allowed: 3,
      misses: 1,
      unknown: 10,
    });
  });

  test.each([
    ["of time", availability, [outage("O", ["2026-03-02", "2026-03-03"])]],
    ["of slots of time", { ...availability, slot: hours(1) }, [outage("O", ["2026-03-02", "2026-03-03"])]],
    ["of a mean", { ...resolution, measure: "average" as const }, [incident("I", ["2026-03-02", "2026-03-03"])]],
  ])("makes no sense %s", (_, level, facts) =>
    expect(allowanceOf(measure(story(level, facts)).value, target, null)).toBeNull(),
  );

  test("makes no sense for a most", () =>
    expect(
      allowanceOf(measure(story(resolution, [])).value, { ...target, expected: mark("at most", decimal("0.1")) }, null),
    ).toBeNull());
});
