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
  incident,
  isOpen,
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
import { evaluateLevel } from "./evaluate.ts";
import { evaluateAgreement } from "./evaluate-agreement.ts";
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
