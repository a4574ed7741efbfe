import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../agreement/terms.ts";
import { clockReader } from "../measure/clock-reader.ts";
import {
  at,
  atLeast,
  availability,
  calendars,
  clockOf,
  contract,
  day,
  hours,
  incident,
  lowVolume,
  outage,
  resolution,
  zones,
} from "../measure/fixture/story.ts";
import { factsByKind } from "../measure/input.ts";
import { fraction } from "../number/fraction.ts";
import type { Fact } from "../record/record.ts";
import { utc } from "../time/zone.ts";
import { evaluateLevel } from "./evaluate.ts";
import type { LevelInput } from "./evidence.ts";
import { periodNamed } from "./periods.ts";
import type { Period, Result } from "./result.ts";

const evidence = (facts: readonly Fact[]) => ({
  contract,
  calendars,
  zones,
  facts: factsByKind(facts, ["incidents"]),
  relief: [],
  entered: [],
  disputes: [],
  knownUntil: at("2027-01-01"),
});

const input = (
  level: LevelTerms,
  facts: readonly Fact[],
  parts: Partial<LevelInput> & { id?: string } = {},
): LevelInput => {
  const around = { ...evidence(facts), ...parts };
  const period = periodNamed(
    { terms: level.period, zone: utc, contractFrom: contract.from },
    parts.id ?? "2026-03",
  ) as Period;
  return { ...around, level, period, verdicts: new Map(), clocks: clockReader({ ...around, versions: [level] }) };
};

const said = ({ group, verdict, reasons, measurement: { part, whole } }: Result) =>
  `${group === null ? "" : `${group} `}${part?.n ?? "-"} of ${whole?.n ?? "-"}: ${verdict} (${reasons.map(({ code }) => code).join(", ")})`;
const results = (level: LevelTerms, facts: readonly Fact[], parts: Partial<LevelInput> & { id?: string } = {}) =>
  evaluateLevel(input(level, facts, parts)).map(said);

/** An incident of a day of 2026 that took so many hours. */
const took = (id: string, date: string, length: number, fields: Readonly<Record<string, string>> = {}): Fact =>
  incident(id, [`2026-${date} 00:00`, `2026-${date} ${String(length).padStart(2, "0")}:00`], fields);

describe("one level, one month", () => {
  const facts = [took("A", "03-02", 1), took("B", "03-03", 9), took("C", "02-03", 1), took("D", "04-03", 9)];
  test("its own records alone", () => expect(results(resolution, facts)).toEqual(["1 of 2: missed (below-target)"]));
  test("nothing happened", () => expect(results(resolution, [])).toEqual(["0 of 0: not rated (nothing-happened)"]));
  test("in dispute", () =>
    expect(
      results(resolution, facts, { disputes: [{ agreement: "quay-sla", level: "resolution", period: "2026-03" }] }),
    ).toEqual(["1 of 2: held (disputed)"]));
  test("before it commences", () =>
    expect(results({ ...resolution, commences: day("2026-04-01") }, facts)).toEqual([
      "1 of 2: not rated (before-commencement)",
    ]));
  test("before the contract", () =>
    expect(results(resolution, facts, { id: "2025-12" })).toEqual(["0 of 0: not rated (not-promised)"]));
  test("the last day of the contract is still part of it, the next is not", () => {
    const ending = { contract: { ...contract, until: day("2026-03-15") } };
    const last = [took("A", "03-15", 1), took("B", "03-16", 1)];
    expect(results(resolution, last, ending)).toEqual(["1 of 1: met (reaches-expected)"]);
  });
  test("an availability that agreed windows and the year do not touch", () =>
    // 744 h - 0.5 h = 99.93 %
    expect(results(availability, [outage("O", ["2026-03-02 10:00", "2026-03-02 10:30"])])).toEqual([
      "2676600 of 2678400: met (reaches-expected)",
    ]));
});

test("one verdict for each priority", () => {
  const facts = [
    took("A", "03-02", 1, { priority: "P1" }),
    took("B", "03-03", 9, { priority: "P1" }),
    took("C", "03-03", 1, { priority: "P2" }),
  ];
  expect(results({ ...resolution, judgedPer: "priority" }, facts)).toEqual([
    "P1 1 of 2: missed (below-target)",
    "P2 1 of 1: met (reaches-expected)",
  ]);
});

test("all steps of a staged test must hold", () => {
  const level: LevelTerms = {
    ...resolution,
    clock: clockOf(0, { rows: { "*": { within: null, calendar: "always", clause: null } } }),
    stages: [
      { within: hours(2), expected: atLeast("50"), minimum: null, lowVolume: null },
      { within: hours(4), expected: atLeast("100"), minimum: null, lowVolume: null },
    ],
  };
  const staged = (facts: readonly Fact[]) =>
    evaluateLevel(input(level, facts)).map(({ verdict, stages }) => [verdict, ...stages.map((each) => each.verdict)]);
  expect(staged([took("A", "03-02", 1), took("B", "03-03", 4)])).toEqual([["met", "met", "met"]]);
  expect(staged([took("A", "03-02", 1), took("B", "03-03", 5)])).toEqual([["missed", "met", "missed"]]);
});

describe("few records join the next period", () => {
  const level: LevelTerms = {
    ...resolution,
    target: { expected: atLeast("75"), minimum: null },
    lowVolume: lowVolume(3, "join next period"),
  };
  const facts = [
    took("A", "01-05", 9),
    took("B", "02-05", 1),
    took("C", "03-05", 1), // January to March are 3: 2 in time
    took("D", "04-05", 1), // April begins again
  ];
  test.each([
    ["2026-01", "0 of 1: not rated (joins-next-period)"],
    ["2026-02", "1 of 2: not rated (joins-next-period, with-earlier-periods)"],
    ["2026-03", "2 of 3: missed (below-target, with-earlier-periods)"],
    ["2026-04", "1 of 1: not rated (joins-next-period)"],
  ])("%s", (id, expected) => expect(results(level, facts, { id })).toEqual([expected]));
});

test("a figure averaged over two months; the first stands alone", () => {
  const level: LevelTerms = { ...resolution, overPeriods: 2 };
  const facts = [
    ...[took("A", "01-05", 1), took("B", "01-06", 1)],
    ...[took("C", "02-05", 1), took("D", "02-06", 9)],
    took("E", "03-05", 1),
  ];
  const figure = (id: string) => evaluateLevel(input(level, facts, { id }))[0]?.measurement.figure;
  expect(figure("2026-01")).toEqual(fraction(1));
  expect(figure("2026-02")).toEqual(fraction(3, 4)); // (1 + 1/2) / 2
  expect(figure("2026-03")).toEqual(fraction(3, 4)); // (1/2 + 1) / 2
});
