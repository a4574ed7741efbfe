import { describe, expect, test } from "vitest";
import { inputOf, type Story } from "../../../scripts/support/clock-story.ts";
import { live, type Watching } from "../../../scripts/support/live-story.ts";
import { readTime } from "../../../scripts/support/story-time.ts";
import type { WarningDocument } from "../agreement/document/agreement.ts";
import type { Allowed } from "../agreement/quantity.ts";
import { fraction } from "../number/fraction.ts";
import type { Relief } from "../record/relief.ts";
import { duration, type Instant } from "../time/instant.ts";
import { utc } from "../time/zone.ts";
import { liveClocksOf } from "./live-clocks.ts";
import { watchPlan } from "./watch-plan.ts";

const office = "Mon-Fri 09:00-17:00";

describe("as the agreement says", () => {
  const time = (hours: number) => ({ kind: "time", seconds: duration(hours * 3600) }) as const;
  const days = (count: number) => ({ kind: "business days", count }) as const;
  const told: Watching = { hours: office, events: [["Mon 10:00", "opened"]] };
  const ahead = (allowed: Allowed, tell = ["desk"]): WarningDocument => ({ at: { kind: "before", allowed }, tell });

  test("a time before the due moment is service time, and a miss is told to all", () => {
    const warnings = [ahead(time(2)), ahead(time(9), ["lead"])];
    // 8 h end on Tuesday 10:00; 2 h before is Monday 16:00; 9 h before was before the start
    expect(live({ ...told, target: "8h", warnings }, "Mon 10:00")).toMatchObject({
      passed: ["1: 9h before Mon 10:00"],
      ahead: ["1: 2h before Mon 16:00", "1: missed Tue 10:00"],
      tell: [["lead"], ["desk"], ["desk", "lead"]],
    });
  });

  test("business days before a target in business days are its last ones", () => {
    const warnings = [ahead(days(1))];
    const rules = { business_days: "close of business" } as const;
    // 5 business days: the close of Monday; 1 before: the close of Friday
    expect(live({ ...told, target: "5 business days", rules, warnings }, "Mon 10:00")?.ahead).toEqual([
      ...["1: 1 business day before Fri 17:00", "1: missed Tue+1 09:00"],
    ]);
  });

  test("a due moment goes by the absolute clock, waiting or not", () => {
    const warnings = [ahead(days(2)), { at: { kind: "share used", share: fraction(1, 4) }, tell: [] } as const];
    const by: Watching = {
      ...told,
      target: "",
      clock: { by: "due" },
      events: [
        ...told.events,
        ["Mon 11:00", "waiting for client"],
        ["Fri 10:00", "moment due", { learned: "Mon 11:00" }],
      ],
      warnings,
    };
    // from Monday 10:00 to Friday 10:00 are 96 h, a quarter of them 24 h
    expect(live(by, "Mon 12:00")).toMatchObject({
      state: "paused",
      ahead: ["1: 25% Tue 10:00", "1: 2 business days before Wed 10:00", "1: missed Fri 10:00"],
      next: "25% Tue 10:00",
    });
  });

  test("steps of a staged test are clocks of their own", () => {
    const mark = { direction: "at least", quantity: { unit: "share", value: fraction(9, 10) } } as const;
    const stages = [4, 8].map((hours) => ({ within: time(hours), expected: mark, minimum: null, lowVolume: null }));
    const { level: own, fact, contract, calendars } = inputOf({ ...told, target: "" });
    const level = { ...own, stages };
    const plan = watchPlan({
      levels: [level],
      warnings: new Map(),
      contract,
      calendars,
      zones: new Map([["UTC", utc]]),
    });
    const clocks = liveClocksOf({ plan, fact, relief: [], at: readTime("Mon 12:00", utc) });
    expect(clocks.map(({ stage, target, remaining }) => [stage, target, remaining])).toEqual([
      [0, 4 * 3600, 2 * 3600],
      [1, 8 * 3600, 6 * 3600],
    ]);
  });
});

const granted: Relief = {
  ...{ id: "R1", ground: "storm", clause: "9", takesOut: "time", levels: [], records: [], evidence: [] },
  ...{ agreement: inputOf({ target: "4h", events: [] }).level.agreement, grantedBy: "client" },
  span: { start: readTime("Mon 10:00", utc), end: readTime("Mon 12:00", utc) },
  granted: 0 as Instant,
  source: { file: "relief", row: 1 },
};

test("granted relief moves what is ahead, also before it begins", () => {
  const told: Watching = { target: "4h", granted: [granted], events: [["Mon 09:00", "opened"]] };
  // 1 h until 10:00, on from 12:00: 2 h are up at 13:00, 4 h at 15:00
  const ahead = ["1: 50% Mon 13:00", "1: 75% Mon 14:00", "1: 90% Mon 14:36", "1: missed Mon 15:00"];
  expect(live(told, "Mon 09:00")).toMatchObject({ ahead, next: "turn Mon 10:00" });
  expect(live(told, "Mon 11:00")).toMatchObject({ state: "running", elapsed: "1h", ahead, next: "turn Mon 12:00" });
  expect(live(told, "Mon 12:00")).toMatchObject({ ahead, next: "50% Mon 13:00" });
});

describe("no clock", () => {
  const told: Watching = {
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "team=mail"],
      ["Mon 09:00", "P9"],
    ],
  };

  test.each<[string, Partial<Watching>]>([
    ["of another team", { level: { where: { team: { kind: "any of", values: ["desk"] } } } }],
    ["excepted", { level: { except: [{ because: "mail", where: { team: { kind: "any of", values: ["mail"] } } }] } }],
    ["of another tool", { level: { source: "other" } }],
    ["of another kind", { level: { of: "problems" } }],
    ["not measured by clocks of records", { level: { measure: "backlog" } }],
    ["an average without a target", { target: "", level: { measure: "average" } }],
    ["no row for its priority", { rows: { P1: "4h" } }],
    ["relieved as a whole", { granted: [{ ...granted, takesOut: "records", records: ["INC-1"], span: null }] }],
    ["not begun", { clock: { starts: "received" } }],
    [
      "before the agreement",
      { level: { version: { number: 1, from: 20_600 as never, until: null, amendment: null } } },
    ],
  ])("%s", (_, parts) => {
    expect(live(told, "Mon 10:00")).not.toBeNull();
    expect(live({ ...told, ...parts }, "Mon 10:00")).toBeNull();
  });

  test("but one where the level counts it by the moment at which it belonged", () => {
    const where: Watching["level"] = { where: { team: { kind: "any of", values: ["mail"] } } };
    const moved: Watching = { ...told, level: where, events: [...told.events, ["Mon 09:30", "team=desk"]] };
    expect(live(moved, "Mon 10:00")).toBeNull();
    const rules = { ...inputOf(told).level.rules, counted_by: "opened" } as const;
    expect(live({ ...moved, level: { ...where, rules } }, "Mon 10:00")).toMatchObject({ state: "running" });
  });

  test("but one while the field that picks its row is not known", () => {
    const unknown: Story = { rows: { P1: "4h" }, events: [["Mon 09:00", "opened"]] };
    expect(live(unknown, "Mon 10:00")).toMatchObject({ state: "running", next: null, passed: [] });
  });
});
