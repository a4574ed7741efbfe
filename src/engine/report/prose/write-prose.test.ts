import { describe, expect, test } from "vitest";
import type { Rules } from "../../agreement/rules.ts";
import type { LevelTerms } from "../../agreement/terms.ts";
import { fraction } from "../../number/fraction.ts";
import { dayOf } from "../../time/civil.ts";
import { duration } from "../../time/instant.ts";
import { exampleContract as contract } from "../fixture/example-contract.ts";
import { dueLevel, exampleLevels, stagedLevel } from "../fixture/example-levels.ts";
import { writeProse } from "./write-prose.ts";

const write = (level: LevelTerms): string => JSON.stringify(writeProse({ level, contract, written: new Set() }));

const all: readonly LevelTerms[] = [...Object.values(exampleLevels), stagedLevel, dueLevel];

describe("a definition as a contract says it", () => {
  test.each([
    [
      exampleLevels["share in time"],
      "Northlight IT Services Ltd promises that in each month at least 97.00 % of incidents are resolved within the time agreed for their priority, after they are opened. The minimum is 96.00 %: below it, the service level is missed. The user can work again, by a repair or a workaround the user accepts.",
    ],
    [
      exampleLevels["share of time"],
      "The Supplier shall keep the Claims Platform available for at least 99.90 % of the agreed service time of each month; the minimum is 99.50 %. Agreed downtime of up to 4 h in a month is left out on both sides.",
    ],
    [
      exampleLevels.average,
      "Northlight IT Services Ltd promises that in each month the average of the service time from being queued to being answered, over all calls, the slowest 5 % left aside, is at most 30 s. The minimum is 45 s: above it, the service level is missed.",
    ],
    [
      exampleLevels.percentile,
      "Northlight IT Services Ltd promises that in each month the 95th percentile of the service time from being opened to being resolved, over all incidents, is at most 4 h. No minimum is agreed: anything worse than expected is missed.",
    ],
    [
      stagedLevel,
      "Northlight IT Services Ltd promises that in each month incidents (those whose priority is P1) are resolved within 2 h (at least 90.00 %, minimum at least 75.00 %) and within 4 h (at least 100.00 %). Most critical incidents end quickly, and none drags on.",
    ],
  ])("$title", (level, definition) => {
    expect(writeProse({ level, contract, written: new Set() }).definition).toBe(definition);
  });
});

describe.each(all.map((level) => [level.measure, level.title, level] as const))("%s: %s", (_, __, level) => {
  test("is written in full", () => {
    const prose = writeProse({ level, contract, written: new Set() });
    expect(prose.definition).toMatch(/^[A-Z].*\.$/);
    expect(prose.formula).not.toBe("");
    for (const sentence of [...prose.clock, ...prose.exclusions, ...prose.judging, prose.rounding]) {
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
    expect(JSON.stringify(prose)).not.toMatch(/undefined|\[object|NaN/);
  });

  test.each(Object.keys(otherRules(level)) as (keyof ReturnType<typeof otherRules>)[])("says the rule %s", (key) => {
    const other = otherRules(level)[key];
    const changed = { ...level, rules: { ...level.rules, [key]: other } };
    expect(JSON.stringify(level.rules[key])).not.toBe(JSON.stringify(other));
    expect(write(changed)).not.toBe(write(level));
  });

  test.each(Object.keys(otherTerms()))("says the term %s", (key) => {
    expect(write({ ...level, ...otherTerms()[key] })).not.toBe(write(level));
  });
});

describe("the clock of a level", () => {
  const level = exampleLevels["share in time"];
  const clock = level.clock;
  const row = { within: { kind: "time", seconds: duration(60) }, calendar: "always", clause: null } as const;
  test.each([
    ["starts", { starts: "attached" }],
    ["stops", { stops: "closed" }],
    ["by", { by: "due" }],
    ["per", { per: "service" }],
    ["a time", { rows: { ...clock?.rows, P2: row } }],
    ["a row less", { rows: { P2: clock?.rows.P2 ?? row } }],
    ["pauses", { pauses: ["vendor"] }],
  ] as const)("says %s", (_, change) => {
    expect(clock && write({ ...level, clock: { ...clock, ...change } })).not.toBe(write(level));
  });
});

test("what is written is told apart from what is a default", () => {
  const level = exampleLevels["share in time"];
  const terms = writeProse({ level, contract, written: new Set(["compare_at"]) }).terms;
  const compared = terms.find(({ name }) => name === "A figure is compared with its target");
  expect(compared).toMatchObject({ value: "after rounding to 2 decimal places", written: true });
  expect(terms.find(({ name }) => name === "A miss")).toMatchObject({ written: false });
});

test("a blank that names nothing agreed says so", () => {
  const level = { ...exampleLevels.number, wording: "At most {expected}, within {clock.within}." };
  const { definition } = writeProse({ level, contract, written: new Set() });
  expect(definition).toBe("At most at most 0, within [not agreed].");
});

/** For every rule a value that the level does not have; `if_disputed` has only one. */
function otherRules(level: LevelTerms): Omit<Rules, "if_disputed"> {
  return {
    on_reopen: "restart",
    reopened_within: { kind: "days", count: 3 },
    missed_once: "judged again",
    on_downgrade_after_miss: "lifted with a reason",
    on_priority_change: "in proportion",
    grace: { kind: "time", seconds: duration(900) },
    earlier_pauses: "ignored",
    pause_counts: "wall clock",
    due_while_paused: "last known",
    opened_out_of_hours: "at once",
    exactly_on_target: "missed",
    lateness_by: "wall clock",
    precision: "minutes",
    exchanges: "last only",
    repeated_message: "restarts it",
    on_transfer: "stays",
    on_corrected_date: "keep",
    merged: "closed",
    begun_unseen: "as recorded",
    same_second: ["start", "pause", "stop"],
    business_days: "same time",
    business_day_length: { kind: "time", seconds: duration(27_000) },
    whose_calendar: "both",
    unknown_time: "as down",
    state_at_start: "unknown",
    overlaps: "added",
    error_budget: "projected",
    between_failures: "start to start",
    percentile_method: "linear",
    counted_by: "closed",
    over_month_end: "start month",
    compare_at: 4,
    half: "even",
    if_nothing_happened: "met",
    if_not_measured: level.rules.if_not_measured === "missed" ? "undetermined" : "missed",
    relieved_records: "counted as good",
  };
}

/** For every other term a value that no level of the example has. */
function otherTerms(): Readonly<Record<string, Partial<LevelTerms>>> {
  const mark = { direction: "at least", quantity: { unit: "share", value: fraction(1, 3) } } as const;
  return {
    kind: { kind: "OLA" },
    clause: { clause: "clause 99" },
    purpose: { purpose: "Something else is meant" },
    wording: { wording: "Quite another wording." },
    version: { version: { number: 3, from: dayOf(2026, 5, 1), until: null, amendment: "third" } },
    provider: { provider: "infrastructure" },
    source: { source: "other-tool" },
    where: { where: { site: { kind: "none of", values: ["Kraków"] } } },
    except: { except: [{ because: "Another reason", where: {} }] },
    services: { services: ["circuit-a"] },
    target: { target: { expected: mark, minimum: mark }, stages: [] },
    percent: { percent: fraction(1, 2) },
    trim: { trim: fraction(1, 10) },
    value: { value: "effort" },
    per: { per: { of: "releases", where: {} } },
    weightedBy: { weightedBy: { field: "seats", of: fraction(7) } },
    together: { together: { atLeast: 2, of: ["circuit-a", "circuit-b"] } },
    overPeriods: { overPeriods: 2 },
    slot: { slot: { kind: "time", seconds: duration(120) } },
    period: { period: { kind: "quarter" } },
    judgedPer: { judgedPer: "site" },
    agreedDowntime: { agreedDowntime: { windows: [], needs: null, notice: null, atMost: null, treated: "not agreed" } },
    lowVolume: { lowVolume: stagedLevel.stages[0]?.lowVolume ?? null },
    sampledEvery: { sampledEvery: { kind: "time", seconds: duration(61) } },
    completeFrom: { completeFrom: fraction(1, 2) },
    scale: { scale: { from: fraction(0), to: fraction(10) } },
    abandoned: { abandoned: "answered" },
    parts: { parts: [{ level: "other-level", share: fraction(1) }] },
    points: { points: { met: fraction(3) }, parts: [{ level: "x", share: fraction(1) }] },
    underpins: { underpins: ["harbour-sla/x"] },
  };
}
