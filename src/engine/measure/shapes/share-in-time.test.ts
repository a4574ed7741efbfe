import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../../agreement/terms.ts";
import type { Fact } from "../../record/record.ts";
import {
  becomes,
  clockOf,
  from,
  incident,
  isOpen,
  minutes,
  plainLevel,
  record,
  resolution,
  says,
  story,
} from "../fixture/story.ts";
import type { MeasureInput } from "../input.ts";
import { shareInTime } from "./share-in-time.ts";

const measured = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) =>
  shareInTime(story(level, facts, parts)).value;

const countsOf = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) => {
  const { part, whole } = measured(level, facts, parts);
  return `${part?.n} of ${whole?.n}`;
};

const whyOf = (level: LevelTerms, facts: readonly Fact[], parts: Partial<MeasureInput> = {}) =>
  measured(level, facts, parts).items.map(
    ({ record, counted, good, why }) => `${record} ${counted ? good : "out"} ${why.code}`,
  );

describe("the month of a clock is that of its verdict instant", () => {
  // Each may take 8 hours.
  test.each([
    ["resolved in time in March", incident("A", ["2026-03-02 09:00", "2026-03-02 17:00"]), ["A true in-time"]],
    ["one second late", incident("A", ["2026-03-02 09:00", "2026-03-02 17:00:01"]), ["A false over-target"]],
    [
      "opened in February, resolved in March in time",
      incident("A", ["2026-02-28 20:00", "2026-03-01 02:00"]),
      ["A true in-time"],
    ],
    [
      "over target in February, resolved in March",
      incident("A", ["2026-02-27 09:00", "2026-03-01 02:00"]),
      ["A out missed-before"],
    ],
    ["over target in March, still open", incident("A", ["2026-03-30 09:00", null]), ["A false over-target"]],
    [
      "over target in March without an event of March",
      incident("A", ["2026-02-28 20:00", null]),
      ["A false over-target"],
    ],
    ["not yet over target at the end of March", incident("A", ["2026-03-31 20:00", null]), ["A out still-running"]],
    ["over target in April alone", incident("A", ["2026-03-31 16:00", "2026-04-02 16:00"]), ["A out still-running"]],
    ["opened in April", incident("A", ["2026-04-01 00:00", "2026-04-01 01:00"]), []],
    ["over and done in February", incident("A", ["2026-02-02 09:00", "2026-02-02 10:00"]), []],
  ])("%s", (_, fact, expected) => expect(whyOf(resolution, [fact])).toEqual(expected));

  test("a reopening leaves the earlier judgement and is judged again in its own month", () => {
    const fact = record("incidents", "A", [
      ["2026-02-10 09:00", isOpen],
      ["2026-02-10 12:00", becomes("resolved")], // 3 h, in time
      ["2026-03-05 09:00", isOpen],
      ["2026-03-05 15:00", becomes("resolved")], // 3 h + 6 h: over 8 h
    ]);
    const february = { span: from("2026-02-01", "2026-03-01"), period: "2026-02" };
    expect(whyOf(resolution, [fact], february)).toEqual(["A true in-time"]);
    expect(whyOf(resolution, [fact])).toEqual(["A false over-target"]);
  });
});

describe("calls that were given up", () => {
  const level: LevelTerms = {
    ...plainLevel,
    of: "calls",
    clock: {
      ...clockOf(1),
      starts: "queued",
      stops: "answered",
      rows: { "*": { within: minutes(1), calendar: "always", clause: null } },
    },
  };
  const call = (id: string, seconds: number, end: "answered" | "abandoned"): Fact =>
    record("calls", id, [
      ["2026-03-02 09:00", says("queued")],
      [`2026-03-02 09:0${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`, says(end)],
    ]);
  const calls = [call("A", 60, "answered"), call("B", 40, "abandoned"), call("C", 90, "abandoned")];
  test.each([
    ["missed", "1 of 3"],
    ["left out", "1 of 1"],
    ["answered", "2 of 3"],
  ] as const)("%s", (abandoned, expected) => expect(countsOf({ ...level, abandoned }, calls)).toBe(expected));
});

describe("due at a moment of the record", () => {
  const level: LevelTerms = {
    ...plainLevel,
    of: "deliveries",
    clock: { ...clockOf(1), stops: "delivered", by: "due" },
  };
  const delivery = (due: string, delivered: string | null): Fact =>
    record("deliveries", "D", [
      ["2026-03-01", says("opened")],
      [due, says("due")],
      ...(delivered === null ? [] : [[delivered, says("delivered")] as const]),
    ]);
  test.each([
    ["on the day", "2026-03-15", "2026-03-15", "1 of 1"],
    ["a minute late", "2026-03-15", "2026-03-15 00:01", "0 of 1"],
    ["never", "2026-03-15", null, "0 of 1"],
    ["not yet due", "2026-04-15", null, "0 of 0"],
  ])("%s", (_, due, delivered, expected) => expect(countsOf(level, [delivery(due, delivered)])).toBe(expected));
});

describe("counted otherwise", () => {
  const counting = (counted_by: LevelTerms["rules"]["counted_by"]): LevelTerms => ({
    ...resolution,
    rules: { ...resolution.rules, counted_by },
  });
  const late = incident("A", ["2026-03-31 20:00", "2026-04-01 06:00"]); // 10 h, judged in April
  test("by the month it was opened", () => expect(countsOf(counting("opened"), [late])).toBe("0 of 1"));
  test("by its verdict", () => expect(countsOf(counting(null), [late])).toBe("0 of 0"));
  test("as the month closes", () => expect(countsOf(counting("closing snapshot"), [late])).toBe("1 of 1"));
});
