import { describe, expect, test } from "vitest";
import type { LevelTerms } from "../agreement/terms.ts";
import { at, calendars, clockOf, contract, day, incident, resolution, zones } from "../measure/fixture/story.ts";
import { liveClocksOf } from "./live-clocks.ts";
import { nextTermsAfter } from "./next-terms.ts";
import { usualWarnings, versionKey, warningTerms } from "./warning-terms.ts";
import { watchPlan } from "./watch-plan.ts";

/** 8 h for all; from 16 March 4 h, for incidents of the network alone. */
const first: LevelTerms = {
  ...resolution,
  version: { number: 1, from: day("2026-01-01"), until: day("2026-03-15"), amendment: null },
};
const second = (appliesTo?: "open records too"): LevelTerms => ({
  ...resolution,
  clock: clockOf(4),
  where: { team: { kind: "any of", values: ["network"] } },
  version: { number: 2, from: day("2026-03-16"), until: null, amendment: "A1", ...(appliesTo ? { appliesTo } : {}) },
});

const planOf = (levels: readonly LevelTerms[]) =>
  watchPlan({
    levels,
    warnings: new Map([[versionKey(second()), warningTerms({ warnings: [] })]]),
    contract,
    calendars,
    zones,
  });

function shown(levels: readonly LevelTerms[], opened: string, when: string) {
  const fact = incident("I1", [opened, null], { team: "desk" });
  return liveClocksOf({ plan: planOf(levels), fact, relief: [], at: at(when) }).map(({ version, target, next }) => [
    ...[version, target, next && new Date(next.at * 1000).toISOString().slice(8, 16), next?.what],
  ]);
}

describe("an amendment on 16 March", () => {
  test.each([
    // a clock goes by the version of its start: half of 8 h after 22:00
    ["2026-03-15 22:00", "2026-03-16 01:00", [[1, 8 * 3600, "16T02:00", "50%"]]],
    // one that starts under the second has its time and its warnings, of which there are none
    ["2026-03-16 22:00", "2026-03-16 23:00", [[2, 4 * 3600, "17T02:00", "missed"]]],
    // the population is that of the version in force when the month began; in April the desk is out of it
    ["2026-03-31 22:00", "2026-04-01 00:00", []],
  ])("opened %s, seen %s", (opened, when, expected) => {
    expect(shown([first, second()], opened, when)).toEqual(expected);
  });

  test("that reaches open records takes them along from its first second", () => {
    const both = [first, second("open records too")];
    expect(shown(both, "2026-03-15 21:00", "2026-03-15 23:00")).toEqual([[1, 8 * 3600, "16T01:00", "50%"]]);
    expect(shown(both, "2026-03-15 21:00", "2026-03-16 00:00")).toEqual([[2, 4 * 3600, "16T01:00", "missed"]]);
  });

  test("has clocks looked at again on its day, in its first month, and at the end of the contract", () => {
    const plan = planOf([first, second()]);
    const next = (when: string) => nextTermsAfter(plan, at(when));
    expect(next("2026-03-01")).toBe(at("2026-03-16"));
    expect(next("2026-03-16")).toBe(at("2026-04-01"));
    expect(next("2026-04-01")).toBe(at("2029-01-01"));
    expect(next("2029-01-01")).toBeNull();
    expect(shown([first], "2028-12-31 22:00", "2029-01-01")).toEqual([]);
  });
});

describe("an agreement that ends on 15 March", () => {
  test.each([
    // its last month is still judged, so its clocks run on to the end of it
    ["2026-03-14 22:00", "2026-03-15 01:00", [[1, 8 * 3600, "15T02:00", "50%"]]],
    ["2026-03-31 22:00", "2026-03-31 23:00", [[1, 8 * 3600, "01T02:00", "50%"]]],
    // in April nothing is promised any more
    ["2026-03-31 22:00", "2026-04-01 00:00", []],
    ["2026-04-02 22:00", "2026-04-02 23:00", []],
  ])("opened %s, seen %s", (opened, when, expected) => {
    expect(shown([first], opened, when)).toEqual(expected);
  });

  test("has its clocks looked at again when its last month is over", () => {
    expect(nextTermsAfter(planOf([first]), at("2026-03-10"))).toBe(at("2026-04-01"));
  });
});

test("an agreement whose text is not at hand warns as usual", () => {
  expect(planOf([first]).warningsOf(first)).toEqual(usualWarnings);
});
