import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../agreement/terms.ts";
import type { Fact } from "../record/record.ts";
import { clockReader } from "./clock-reader.ts";
import {
  at,
  becomes,
  calendars,
  clockOf,
  contract,
  day,
  hours,
  incident,
  isOpen,
  record,
  resolution,
  says,
  zones,
} from "./fixture/story.ts";

const reader = (...versions: LevelTerms[]) => clockReader({ contract, calendars, zones, versions });
const clock = (level: LevelTerms, fact: Fact) => ({ level, within: null, fact, relief: [] });

describe("nothing new can come of a clock", () => {
  // 8 hours are allowed, round the clock.
  const march = at("2026-03-01");
  const closing: LevelTerms = { ...resolution, clock: clockOf(8, { stops: "closed" }) };
  const wide: LevelTerms = { ...resolution, clock: clockOf(10_000) };
  const reviewing: LevelTerms = { ...resolution, of: "changes", clock: clockOf(10_000, { stops: "reviewed" }) };
  test.each<[string, LevelTerms, Fact, boolean]>([
    ["resolved in February", wide, incident("A", ["2026-02-02", "2026-02-03"]), true],
    ["an event in March", wide, incident("A", ["2026-02-02", "2026-03-02"]), false],
    ["missed in February, still open", resolution, incident("A", ["2026-02-02", null]), true],
    ["open, and due in March", resolution, incident("A", ["2026-02-28 20:00", null]), false],
    [
      "resolved, but it stops when closed",
      { ...closing, clock: clockOf(10_000, { stops: "closed" }) },
      incident("A", ["2026-02-02", "2026-02-03"]),
      false,
    ],
    ["resolved, missed, though it stops when closed", closing, incident("A", ["2026-02-02", "2026-02-03"]), true],
    [
      // 48 hours from the 28th at 08:00 are over on 2 March at 08:00.
      "closed and reopened in February, by moment alone",
      { ...resolution, clock: clockOf(48) },
      record("incidents", "A", [
        ["2026-02-27 08:00", isOpen],
        ["2026-02-28", becomes("closed")],
        ["2026-02-28 12:00", says("reopened")],
      ]),
      false,
    ],
    [
      "called off",
      wide,
      record("incidents", "A", [
        ["2026-02-02", isOpen],
        ["2026-02-03", becomes("cancelled")],
      ]),
      true,
    ],
    [
      "closed, but never reviewed",
      reviewing,
      record("changes", "A", [
        ["2026-02-02", says("opened")],
        ["2026-02-03", becomes("closed")],
      ]),
      false,
    ],
    [
      "reviewed once and for all",
      reviewing,
      record("changes", "A", [
        ["2026-02-02", says("opened")],
        ["2026-02-03", says("reviewed")],
      ]),
      true,
    ],
  ])("%s", (_, level, fact, expected) => {
    const { settledBefore } = reader(level);
    expect(settledBefore(clock(level, fact), march)).toBe(expected);
    // Asked again, and later, it remembers.
    expect(settledBefore(clock(level, fact), march)).toBe(expected);
  });
});

describe("the version in force when the clock started rules it", () => {
  const first: LevelTerms = { ...resolution, version: { ...resolution.version, until: day("2026-02-28") } };
  const second: LevelTerms = {
    ...resolution,
    clock: clockOf(2),
    version: { number: 2, from: day("2026-03-01"), until: null, amendment: "A" },
  };
  test.each([
    ["2026-02-28 23:59:59", 8],
    ["2026-03-01 00:00", 2],
  ])("started %s: %d h", (start, allowed) => {
    const reading = reader(first, second).read(clock(second, incident("A", [start, null])), at("2026-03-02"));
    expect(reading.target).toBe(allowed * 3600);
  });

  test("a step of a staged test has the time of the same step", () => {
    const stage = (count: number) => ({ within: hours(count), expected: null, minimum: null, lowVolume: null });
    const staged = [
      { ...first, stages: [stage(1), stage(3)] },
      { ...second, stages: [stage(2), stage(4)] },
    ] as const;
    const within = staged[1].stages[1]?.within ?? null;
    const of = { ...clock(staged[1], incident("A", ["2026-02-28", null])), within };
    expect(reader(...staged).read(of, at("2026-03-02")).target).toBe(3 * 3600);
  });
});

describe("an amendment from 10 March allows 24 hours instead of 48", () => {
  // Opened on 9 March at 00:00: 48 hours end on the 11th at 00:00, 24 hours on the 10th at 00:00.
  const open = incident("A", ["2026-03-09", null]);
  const allowed = (count: number, version: Partial<LevelTerms["version"]>): LevelTerms => ({
    ...resolution,
    clock: clockOf(count),
    version: { ...resolution.version, ...version },
  });
  const signed = allowed(48, { number: 1, from: day("2026-01-01"), until: day("2026-03-09") });
  const amended = (appliesTo?: "open records too" | "all records of the period"): LevelTerms =>
    allowed(24, { number: 2, from: day("2026-03-10"), until: null, ...(appliesTo ? { appliesTo } : {}) });
  const dueOf = (next: LevelTerms, fact: Fact, judged: string) =>
    reader(signed, next).read(clock(next, fact), at(judged)).target;

  test.each([
    [undefined, open, "2026-03-12", 48],
    ["open records too", open, "2026-03-12", 24],
    ["open records too", open, "2026-03-10", 48], // judged before it takes effect
    ["open records too", incident("A", ["2026-03-08", "2026-03-09"]), "2026-03-12", 48], // resolved before
    ["all records of the period", incident("A", ["2026-03-08", "2026-03-09"]), "2026-03-12", 24],
  ] as const)("%s: the clock of an older record", (appliesTo, fact, judged, expected) =>
    expect(dueOf(amended(appliesTo), fact, judged)).toBe(expected * 3600),
  );
});
