import { describe, expect, test } from "vitest";
import { writeDecimal } from "../number/decimal.ts";
import { fraction, zero } from "../number/fraction.ts";
import { creditsOf } from "./credits-of.ts";
import { emptyFacts, missOf } from "./facts.ts";
import { plainAward } from "./plan/award.ts";
import { stated } from "./plan/base.ts";
import type { EventRule } from "./plan/event.ts";
import { plainLevel } from "./plan/level.ts";
import type { Limit } from "./plan/limit.ts";
import { emptyPlan } from "./plan/plan.ts";

/** Harbour Mutual pays 3 % of 1,000.00 for each miss. */
const plan = emptyPlan("EUR", {
  bases: { charges: stated },
  awards: [plainAward({ kind: "share", of: "charges", share: fraction(3, 100) })],
});
const facts = emptyFacts({ bases: { charges: fraction(1000) }, results: [missOf("uptime")] });
const three = ["uptime", "response", "repair"].map((level) => missOf(level, { event: "E1" }));
const money = (value: { n: bigint; d: bigint }): string => writeDecimal(value, 2);

const cap: Limit = {
  kind: "at most",
  scope: "period",
  category: null,
  cap: { kind: "share", of: "charges", share: fraction(6, 100) },
  excess: "lapses",
};

describe("limits", () => {
  test.each([
    ["no limit", [], "90.00"], // 3 × 3 % of 1000
    ["a cap", [cap], "60.00"], // at most 6 %
    ["a minimum that drops", [{ kind: "at least", minimum: fraction(100), below: "lapses" }], "0.00"],
    ["a minimum that raises", [{ kind: "at least", minimum: fraction(100), below: "raised" }], "100.00"],
  ] as const)("%s", (_, limits, credit) =>
    expect(money(creditsOf({ ...plan, limits: [...limits] }, { ...facts, results: three }).credit)).toBe(credit),
  );

  test("a year that is nearly full leaves its rest", () => {
    const year = { ...cap, scope: "year" } as const;
    const { credit, lapsed } = creditsOf(
      { ...plan, limits: [year] },
      { ...facts, credited: { ...facts.credited, year: fraction(50) } },
    );
    expect([money(credit), money(lapsed)]).toEqual(["10.00", "20.00"]); // 60 − 50; 30 − 10
  });
});

describe("one event", () => {
  test.each([
    [{ kind: "sum" }, "90.00"],
    [{ kind: "highest" }, "30.00"],
    [{ kind: "first" }, "30.00"],
    [{ kind: "exclusive groups", groups: [["uptime", "repair"], ["response"]] }, "60.00"],
    [{ kind: "client chooses", otherwise: "sum" }, "90.00"],
  ] as const)("%o", (events, credit) => {
    const statement = creditsOf({ ...plan, events: events as EventRule }, { ...facts, results: three });
    expect(money(statement.credit)).toBe(credit);
    expect(statement.lines).toHaveLength(3); // every failure stays
  });
});

describe("edges", () => {
  test("a base that is not known holds the money with a finding", () => {
    const { status, findings, lines } = creditsOf(plan, { ...facts, bases: { charges: null } });
    expect([status, findings.map(({ code }) => code), lines[0]?.state]).toEqual([
      "waiting for base",
      ["base-not-known"],
      "missed",
    ]);
  });

  test("a base below zero counts as zero, the failure stays", () => {
    const { credit, lines } = creditsOf(plan, { ...facts, bases: { charges: fraction(-5) } });
    expect([credit, lines[0]?.state]).toEqual([zero, "missed"]);
  });

  test.each([
    ["no events", "held", "not applicable", "0.00"],
    ["not measured", "held", "held", "0.00"],
    ["not reported", "deemed failed", "deemed failed", "30.00"],
    ["disputed", "deemed failed", "held", "0.00"],
  ] as const)("%s, where the plan says %s", (state, notMeasured, judged, credit) => {
    const levels = { uptime: { ...plainLevel, notMeasured } };
    const statement = creditsOf({ ...plan, levels }, { ...facts, results: [missOf("uptime", { state })] });
    expect([statement.lines[0]?.state, money(statement.credit)]).toEqual([judged, credit]);
  });

  test("yen have no smaller unit", () => {
    const yen = { ...emptyPlan("JPY"), bases: plan.bases, awards: plan.awards };
    const { credit } = creditsOf(yen, { ...facts, bases: { charges: fraction(1050) } });
    expect(credit).toEqual(fraction(32)); // 31.5, half up
  });
});
