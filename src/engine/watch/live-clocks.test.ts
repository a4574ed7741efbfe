import { describe, expect, test } from "vitest";
import { inputOf, type Story } from "../../../scripts/support/clock-story.ts";
import { readTime, writeLength, writeTime } from "../../../scripts/support/story-time.ts";
import type { WarningDocument } from "../agreement/document/agreement.ts";
import type { Allowed } from "../agreement/quantity.ts";
import type { LevelTerms } from "../agreement/terms.ts";
import { fraction } from "../number/fraction.ts";
import type { Relief } from "../record/relief.ts";
import { duration, type Instant } from "../time/instant.ts";
import { utc, type Zone } from "../time/zone.ts";
import type { Passed } from "./live-clock.ts";
import { liveClocksOf } from "./live-clocks.ts";
import { versionKey, warningTerms } from "./warning-terms.ts";
import { watchPlan } from "./watch-plan.ts";

interface Watching extends Story {
  readonly warnings?: readonly WarningDocument[];
  readonly level?: Partial<LevelTerms>;
  readonly granted?: readonly Relief[];
}

/** What the one clock of a story shows in the second of `when`, in words. */
function live(told: Watching, when: string) {
  const { level: own, fact, contract, calendars } = inputOf(told);
  const level = { ...own, ...told.level };
  const zone: Zone = calendars.get("main")?.zone ?? utc;
  const warnings = told.warnings ? new Map([[versionKey(level), warningTerms(told)]]) : new Map();
  const plan = watchPlan({ levels: [level], warnings, contract, calendars, zones: new Map([["UTC", utc]]) });
  const known = { ...fact, events: fact.events.filter(({ learned }) => learned <= readTime(when, zone)) };
  const [clock] = liveClocksOf({ plan, fact: known, relief: told.granted ?? [], at: readTime(when, zone) });
  if (!clock) return null;
  const words = (all: readonly Passed[]) => all.map(({ id, at, cycle }) => `${cycle}: ${id} ${writeTime(at, zone)}`);
  const { state, cycle, isLate, pausedBy, next, outOfHours } = clock;
  return {
    ...{ state, cycle, isLate, pausedBy },
    elapsed: writeLength(clock.elapsed),
    outOfHours:
      outOfHours && `${writeTime(outOfHours.since, zone)} - ${outOfHours.until && writeTime(outOfHours.until, zone)}`,
    passed: words(clock.passed),
    ahead: words(clock.ahead),
    next: next && `${next.what} ${writeTime(next.at, zone)}`,
    tell: [...clock.passed, ...clock.ahead].map(({ tell }) => tell),
  };
}

const office = "Mon-Fri 09:00-17:00";

describe("4 hours over a night", () => {
  // 2 h until the close are half of them; 3 h are up on Tuesday 10:00, 3 h 36 m at 10:36, all 4 h at 11:00
  const told: Story = { hours: office, target: "4h", events: [["Mon 15:00", "opened"]] };
  const all = ["1: 50% Mon 17:00", "1: 75% Tue 10:00", "1: 90% Tue 10:36", "1: missed Tue 11:00"];

  test.each([
    ["Mon 15:00", 0, { next: "50% Mon 17:00", elapsed: "0s", outOfHours: null }],
    ["Mon 16:59:59", 0, { next: "50% Mon 17:00" }],
    ["Mon 17:00", 1, { next: "75% Tue 10:00", elapsed: "2h", outOfHours: "Mon 17:00 - Tue 09:00" }],
    ["Tue 08:59:59", 1, { outOfHours: "Mon 17:00 - Tue 09:00" }],
    ["Tue 09:00", 1, { outOfHours: null }],
    ["Tue 10:36", 3, { next: "missed Tue 11:00", isLate: false }],
    ["Tue 11:00", 4, { next: null, isLate: true, elapsed: "4h" }],
  ] as const)("%s", (when, passed, expected) => {
    expect(live(told, when)).toMatchObject({ ...expected, passed: all.slice(0, passed), ahead: all.slice(passed) });
  });

  test("used up at the close, missed at the next opening", () => {
    expect(live({ ...told, events: [["Mon 13:00", "opened"]] }, "Mon 17:00")?.next).toBe("missed Tue 09:00");
  });
});

test("a threshold is a whole number of seconds, not below the share", () => {
  // half of 7 s are 3.5 s, three quarters 5.25 s, nine tenths 6.3 s; the miss is the second that begins after the 7th
  expect(live({ target: "7s", events: [["Mon 09:00", "opened"]] }, "Mon 09:00")?.ahead).toEqual([
    ...["1: 50% Mon 09:00:04", "1: 75% Mon 09:00:06", "1: 90% Mon 09:00:07", "1: missed Mon 09:00:07"],
  ]);
});

describe("4 hours over a clock change", () => {
  const hours = { hours: "every day 00:00-24:00", zone: "Europe/Berlin" };

  test.each([
    // 23:30 + 2 h = 01:30; 3 h are up at 03:30, since 02:00 is 03:00
    ["2026-03-28 23:30", ["01:30", "03:30", "04:06", "04:30"], "2026-03-29"],
    // 3 h are up at the first 02:30, 3 h 36 m at the second 02:06, 4 h at the second 02:30
    ["2026-10-24 23:30", ["01:30", "02:30", "02:06", "02:30"], "2026-10-25"],
  ])("from %s", (opened, times, day) => {
    const ids = ["50%", "75%", "90%", "missed"];
    expect(live({ hours, target: "4h", events: [[opened, "opened"]] }, opened)?.ahead).toEqual(
      times.map((time, index) => `1: ${ids[index]} ${day} ${time}`),
    );
  });
});

describe("waiting", () => {
  const told: Story = {
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 10:30", "waiting for client"], // 1 h 30 m used
      ["Mon 14:00", "working"],
    ],
  };

  test("for the client, nothing comes by itself", () => {
    const waits = { ...told, events: told.events.slice(0, 2) };
    const pausedBy = { bearer: "client", because: "client" };
    expect(live(waits, "Tue 12:00")).toMatchObject({ state: "paused", pausedBy, next: null, ahead: [], passed: [] });
  });

  test("and on: half an hour is left to 2 h", () => {
    expect(live(told, "Mon 14:00")).toMatchObject({ state: "running", pausedBy: null, next: "50% Mon 14:30" });
  });

  test("with an end of its own, the clock runs on at it", () => {
    const ends = { ...told, endsAfter: { client: "2h" }, events: told.events.slice(0, 2) };
    // on from 12:30 with 1 h 30 m used
    expect(live(ends, "Mon 11:00")).toMatchObject({
      next: "turn Mon 12:30",
      ahead: { 0: "1: 50% Mon 13:00", length: 4 },
    });
    expect(live(ends, "Mon 12:30")).toMatchObject({ state: "running", next: "50% Mon 13:00" });
  });
});

describe("reopened", () => {
  const until = (resolved: string): Story => ({
    target: "4h",
    events: [
      ["Mon 09:00", "opened"],
      [resolved, "resolved"],
      ["Mon 15:00", "working"],
    ],
  });

  test("what is used up then is told again, in a cycle of its own", () => {
    // 3 h 10 m were used: 26 m to 90 %, 50 m to the target
    expect(live(until("Mon 12:10"), "Mon 14:00")).toMatchObject({ state: "stopped", cycle: 1, next: null });
    expect(live(until("Mon 12:10"), "Mon 15:00")).toMatchObject({
      cycle: 2,
      passed: ["1: 50% Mon 11:00", "1: 75% Mon 12:00", "2: 50% Mon 15:00", "2: 75% Mon 15:00"],
      ahead: ["2: 90% Mon 15:26", "2: missed Mon 15:50"],
    });
  });

  test("a miss is told once", () => {
    const passed = ["1: 50% Mon 11:00", "1: 75% Mon 12:00", "1: 90% Mon 12:36", "1: missed Mon 13:00"];
    expect(live(until("Mon 13:30"), "Mon 16:00")).toMatchObject({ cycle: 2, isLate: true, passed, next: null });
  });

  test("so is what lies beyond the target", () => {
    const warnings = [100, 125, 200].map(
      (percent) => ({ at: { kind: "share used", share: fraction(percent, 100) }, tell: [] }) as const,
    );
    expect(live({ ...until("Mon 14:30"), warnings }, "Mon 16:00")).toMatchObject({
      passed: ["1: 100% Mon 13:00", "1: missed Mon 13:00", "1: 125% Mon 14:00"],
      ahead: ["2: 200% Mon 17:30"], // 5 h 30 m were used
    });
  });

  test("with a fresh clock, everything comes again", () => {
    const fresh = { ...until("Mon 13:30"), rules: { on_reopen: "restart" } } as const;
    expect(live(fresh, "Mon 15:00")).toMatchObject({ cycle: 2, isLate: false, elapsed: "0s", next: "50% Mon 17:00" });
  });
});

describe("a change of priority", () => {
  const told: Story = {
    rows: { P1: "4h", P3: "16h" },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "P3"],
      ["Mon 14:00", "P1"], // 5 h used: of 16 h none of the marks, of 4 h all
    ],
  };

  test("makes it late at once, at its own instant", () => {
    expect(live(told, "Mon 13:59:59")).toMatchObject({ passed: [], next: "50% Mon 17:00" });
    const passed = ["1: 50% Mon 14:00", "1: 75% Mon 14:00", "1: 90% Mon 14:00", "1: missed Mon 14:00"];
    expect(live(told, "Mon 14:00")).toMatchObject({ passed, next: null, isLate: true });
  });

  test("that is learned late changes what was passed", () => {
    const late: Story = {
      ...told,
      events: [...told.events.slice(0, 2), ["Mon 12:00", "P1", { learned: "Mon 18:00" }]],
    };
    // 8 h of 16 h; then 3 h used at noon: half and three quarters of 4 h
    expect(live(late, "Mon 17:30")?.passed).toEqual(["1: 50% Mon 17:00"]);
    expect(live(late, "Mon 18:00")?.passed).toEqual([
      ...["1: 50% Mon 12:00", "1: 75% Mon 12:00"],
      ...["1: 90% Mon 12:36", "1: missed Mon 13:00"],
    ]);
  });
});

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

  test("but one while the field that picks its row is not known", () => {
    const unknown: Story = { rows: { P1: "4h" }, events: [["Mon 09:00", "opened"]] };
    expect(live(unknown, "Mon 10:00")).toMatchObject({ state: "running", next: null, passed: [] });
  });
});
