import { describe, expect, test } from "vitest";
import type { Effect } from "../trigger/triggers.ts";
import { exampleContract } from "./fixture/example-contract.ts";
import { exampleLevels } from "./fixture/example-levels.ts";
import { monthOf } from "./fixture/example-results.ts";
import { followLines } from "./follow-lines.ts";

const level = exampleLevels["share of records"];

const effect = (counted: Effect["counted"], months: readonly string[]): Effect => ({
  ...{ trigger: "t", title: "T", opens: "escalation", level },
  ...{ group: null, verdict: "missed", counted, periods: months.map(monthOf) },
});

describe("what follows, in words", () => {
  const rows: readonly (readonly [Effect, string])[] = [
    [effect({ kind: "in a row", times: 1, outOf: 1 }, ["2026-03"]), "Missed in March 2026."],
    [
      effect({ kind: "in a row", times: 2, outOf: 2 }, ["2026-02", "2026-03"]),
      "Missed in February 2026 and March 2026: 2 rated periods in a row.",
    ],
    [
      effect({ kind: "times", times: 2, outOf: 6 }, ["2025-12", "2026-01", "2026-03"]),
      "Missed in December 2025, January 2026 and March 2026: 3 of the last 6 rated periods.",
    ],
  ];
  test.each(rows)("%#", (one, reason) =>
    expect(
      followLines([one], { contract: exampleContract, period: monthOf("2026-03") }).map((line) => line.reason),
    ).toEqual([reason]),
  );

  test("what an earlier month completed stands in its own report", () =>
    expect(
      followLines([effect({ kind: "in a row", times: 1, outOf: 1 }, ["2026-02"])], {
        contract: exampleContract,
        period: monthOf("2026-03"),
      }),
    ).toEqual([]));
});
