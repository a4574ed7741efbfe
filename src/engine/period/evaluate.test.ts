import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../agreement/terms.ts";
import { clockReader } from "../measure/clock-reader.ts";
import {
  at,
  atLeast,
  availability,
  becomes,
  calendars,
  clockOf,
  contract,
  day,
  from,
  hours,
  incident,
  isOpen,
  lowVolume,
  outage,
  plainLevel,
  record,
  resolution,
  zones,
} from "../measure/fixture/story.ts";
import { factsByKind } from "../measure/input.ts";
import { fraction } from "../number/fraction.ts";
import { inOrder } from "../record/history.ts";
import type { Fact } from "../record/record.ts";
import { utc } from "../time/zone.ts";
import { evaluateLevel, type LevelInput } from "./evaluate.ts";
import { evaluateAgreement } from "./evaluate-agreement.ts";
import { periodNamed } from "./periods.ts";
import type { Period, Result } from "./result.ts";

const evidence = (facts: readonly Fact[]) => ({
  contract,
  calendars,
  zones,
  facts: factsByKind(facts),
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

describe("an agreement over a quarter", () => {
  const quarterly: LevelTerms = { ...availability, period: { kind: "quarter" } };
  const score: LevelTerms = {
    ...plainLevel,
    id: "score",
    measure: "score",
    of: null,
    parts: [{ level: "resolution", share: fraction(1) }],
    points: { met: fraction(100), missed: fraction(0) },
    target: { expected: null, minimum: null },
  };
  const facts = [took("A", "01-05", 9), took("B", "02-05", 1), outage("O", ["2026-02-01", "2026-02-01 01:00"])];
  const evaluated = (levels: readonly LevelTerms[], span = from("2026-01-01", "2026-04-01")) =>
    evaluateAgreement({ ...evidence(facts), levels, span }).map(
      ({ level, period, verdict }) => `${level.id} ${period.id} ${verdict}`,
    );

  test("each level by its own periods, the score by the verdicts of its month", () => {
    expect(evaluated([score, resolution, quarterly])).toEqual([
      "score 2026-01 not rated",
      "score 2026-02 not rated",
      "score 2026-03 not rated",
      "resolution 2026-01 missed",
      "resolution 2026-02 met",
      "resolution 2026-03 not rated",
      "availability 2026-Q1 met",
    ]);
    const scores = evaluateAgreement({
      ...evidence(facts),
      levels: [score, resolution],
      span: from("2026-01-01", "2026-04-01"),
    });
    expect(scores.slice(0, 3).map(({ measurement }) => measurement.figure)).toEqual([fraction(0), fraction(100), null]);
  });

  test("a quarter is judged where it ends", () =>
    expect(evaluated([quarterly], from("2026-02-01", "2026-03-01"))).toEqual([]));

  test("clock terms go with the start of the clock, period terms with the start of the period", () => {
    const first: LevelTerms = { ...resolution, version: { ...resolution.version, until: day("2026-02-28") } };
    const second: LevelTerms = {
      ...resolution,
      version: { number: 2, from: day("2026-03-01"), until: null, amendment: "2026-03-01" },
      clock: clockOf(2),
      target: { expected: atLeast("50"), minimum: null },
    };
    const across = [
      incident("A", ["2026-02-28 22:00", "2026-03-01 03:00"]), // 5 h of 8 allowed by the first version
      incident("B", ["2026-03-02 00:00", "2026-03-02 03:00"]), // 3 h of 2 allowed by the second
    ];
    const found = evaluateAgreement({
      ...evidence(across),
      levels: [first, second],
      span: from("2026-03-01", "2026-04-01"),
    });
    expect(found.map(said)).toEqual(["1 of 2: met (reaches-expected)"]);
    expect(found[0]?.level.version.number).toBe(2);
  });
});

describe("laws", () => {
  const histories = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 80 }),
      lengths: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 8 },
  );
  const factsOf = (all: readonly { start: number; lengths: readonly number[] }[]): Fact[] =>
    all.map(({ start, lengths }, index) => {
      const base = record("incidents", `I${index}`, [
        ["2026-01-02", isOpen],
        ...lengths.map((_, turn) => ["2026-01-02", turn % 2 === 0 ? becomes("resolved") : isOpen] as const),
      ]);
      let when = at("2026-01-02") + start * 86_400;
      const events = base.events.map((event, turn) => {
        if (turn > 0) when += (lengths[turn - 1] ?? 1) * 3600;
        return { ...event, happened: when as typeof event.happened };
      });
      return { ...base, events: inOrder(events) };
    });
  const span = from("2026-01-01", "2026-07-01");
  const summary = (facts: readonly Fact[]) =>
    evaluateAgreement({ ...evidence(facts), levels: [resolution], span }).map(
      (result) => `${result.period.id} ${said(result)}`,
    );

  test("the order of arrival never changes a result", () =>
    fc.assert(
      fc.property(histories, (all) => {
        expect(summary(factsOf(all).reverse())).toEqual(summary(factsOf(all)));
      }),
    ));

  test("a month judged alone is judged as in a row of months", () =>
    fc.assert(
      fc.property(histories, (all) => {
        const facts = factsOf(all);
        const alone = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"].flatMap((id) =>
          results(resolution, facts, { id }).map((each) => `${id} ${each}`),
        );
        expect(alone).toEqual(summary(facts));
      }),
    ));

  test("what happens after a month never changes it", () =>
    fc.assert(
      fc.property(histories, (all) => {
        const facts = factsOf(all);
        const end = at("2026-03-01");
        const cut = facts
          .map((fact) => ({ ...fact, events: fact.events.filter(({ happened }) => happened < end) }))
          .filter(({ events }) => events.length > 0);
        expect(results(resolution, cut, { id: "2026-02" })).toEqual(results(resolution, facts, { id: "2026-02" }));
      }),
    ));
});
