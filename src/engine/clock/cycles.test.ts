import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const office = "Mon-Fri 09:00-17:00";

/** Resolved after 2 h, reopened a day later (8 h of service time), resolved again after 3 h more. */
const reopened: Story = {
  hours: office,
  target: "6h",
  events: [
    ["Mon 09:00", "opened"],
    ["Mon 11:00", "resolved"],
    ["Tue 11:00", "working"],
    ["Tue 14:00", "resolved"],
  ],
};

describe("a reopened record (semantics 1)", () => {
  test.each([
    // 2 h + 3 h; the closed day is no time of the supplier
    ["continue", { elapsed: "5h", judged: ["met Tue 14:00 at 5h of 6h, reopened"], started: "Mon 09:00" }],
    // 3 h in a clock of its own; the first one keeps its verdict
    ["restart", { elapsed: "3h", judged: ["met Mon 11:00 at 2h of 6h", "met Tue 14:00 at 3h of 6h, reopened"] }],
    // Mon 09:00 to Tue 14:00 = 8 h + 5 h; 6 h were up on Monday 15:00, but nobody could know before the reopening
    ["count the closed time", { elapsed: "13h", judged: ["missed Tue 11:00 over target, reopened"] }],
    [
      "first stop is final",
      { elapsed: "2h", state: "stopped", stopped: "Mon 11:00", judged: ["met Mon 11:00 at 2h of 6h"] },
    ],
  ] as const)("%s", (on_reopen, expected) => {
    expect(story({ ...reopened, rules: { on_reopen } }).at("Wed 09:00")).toMatchObject(expected);
  });

  test("whatever the rule, the month that ended in between saw it stopped in time", () => {
    for (const on_reopen of ["continue", "restart", "count the closed time", "first stop is final"] as const) {
      const { judged, state } = story({ ...reopened, rules: { on_reopen } }).at("Tue 09:00");
      expect([on_reopen, state, judged]).toEqual([on_reopen, "stopped", ["met Mon 11:00 at 2h of 6h"]]);
    }
  });

  test("every cycle is kept", () => {
    const { exchanges, elapsed } = story({ ...reopened, rules: { on_reopen: "restart" } }).reading("Wed 09:00");
    expect([...exchanges.map((each) => each.elapsed), elapsed]).toEqual([7200, 10_800]);
  });

  test("closed time that counts does not count before the reopening", () => {
    const { at } = story({ ...reopened, rules: { on_reopen: "count the closed time" } });
    expect(at("Tue 11:00")).toMatchObject({ state: "stopped", elapsed: "2h" });
    expect(at("Tue 11:01")).toMatchObject({ state: "running", elapsed: "10h 1m", over: true }); // 8 h + 2 h + 1 m
  });

  test("closed time that stays below the target makes no miss", () => {
    const { at } = story({ ...reopened, target: "14h", rules: { on_reopen: "count the closed time" } });
    expect(at("Wed 09:00").judged).toEqual(["met Tue 14:00 at 13h of 14h, reopened"]);
  });

  test("a stop that is final stays so through a second reopening and a cancellation", () => {
    const told = story({
      ...reopened,
      rules: { on_reopen: "first stop is final" },
      events: [...reopened.events, ["Tue 15:00", "working"], ["Tue 16:00", "cancelled"]],
    });
    expect(told.at("Wed 09:00")).toMatchObject({ state: "stopped", elapsed: "2h", stopped: "Mon 11:00" });
  });
});

describe("closed time that counts (semantics 1)", () => {
  test("belongs to the clock that goes on, not to one that another priority started afresh", () => {
    const told = story({
      rows: { P1: "6h", P3: "6h" },
      rules: { on_reopen: "count the closed time", on_priority_change: "restart" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 11:00", "resolved"],
        ["Mon 19:00", "P1"],
        ["Mon 20:00", "working"],
      ],
    });
    expect(told.at("Mon 21:00")).toMatchObject({ started: "Mon 20:00", elapsed: "1h" });
    expect(told.at("Mon 21:00").judged).toEqual(["met Mon 11:00 at 2h of 6h"]);
  });

  test("leaves out what relief takes out", () => {
    const told = story({
      ...reopened,
      rules: { on_reopen: "count the closed time" },
      relief: ["Mon 12:00 / Mon 15:00"],
    });
    expect(told.at("Wed 09:00").elapsed).toBe("10h"); // 13 h less 3 h
  });

  test("under a row that no longer ruled at the reopening makes no miss", () => {
    const told = story({
      rows: { P1: "2h", P3: "8h", P4: "40h" },
      rules: { on_reopen: "count the closed time" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 10:00", "resolved"],
        ["Mon 12:00", "P1"], // 3 h of 2 h, were the closed time counted already
        ["Mon 13:00", "P4"],
        ["Mon 14:00", "working"],
      ],
    });
    expect(told.at("Mon 15:00")).toMatchObject({ elapsed: "6h", judged: [], due: "Wed 01:00" });
  });
});

describe("a reopening that comes late is a new record (semantics 1)", () => {
  const late: Story = {
    hours: office,
    target: "6h",
    rules: { reopened_within: { kind: "days", count: 2 }, business_days: "close of business" },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 11:00", "resolved"],
      ["Tue 11:00", "closed"],
      ["Thu 11:00", "working"],
      ["Thu 12:00", "resolved"],
    ],
  };

  test.each([
    // Monday 11:00 to Thursday 11:00 is 3 days, resolved and closed together, although closed alone was 2
    ["2 days", { kind: "days", count: 2 }, { elapsed: "1h", started: "Thu 11:00" }],
    ["3 days, to the second", { kind: "days", count: 3 }, { elapsed: "3h", started: "Mon 09:00" }],
    ["72 hours, to the second", { kind: "time", seconds: 259_200 }, { elapsed: "3h", started: "Mon 09:00" }],
    ["72 hours less a second", { kind: "time", seconds: 259_199 }, { elapsed: "1h", started: "Thu 11:00" }],
    // the second business day after Monday closes on Wednesday 17:00
    ["2 business days", { kind: "business days", count: 2 }, { elapsed: "1h", started: "Thu 11:00" }],
    ["3 business days", { kind: "business days", count: 3 }, { elapsed: "3h", started: "Mon 09:00" }],
  ] as const)("%s", (_, within, expected) => {
    const rules = { ...late.rules, reopened_within: within as never };
    expect(story({ ...late, rules }).at("Fri 09:00")).toMatchObject(expected);
  });

  test("where closed time counts, time that made a new record does not", () => {
    const told = story({ ...late, rules: { ...late.rules, on_reopen: "count the closed time" } });
    expect(told.at("Fri 09:00")).toMatchObject({ elapsed: "1h", started: "Thu 11:00" });
    expect(told.at("Fri 09:00").judged).toEqual(["met Mon 11:00 at 2h of 6h", "met Thu 12:00 at 1h of 6h, reopened"]);
  });

  test("a stop that is final stays so, however late", () => {
    const told = story({ ...late, rules: { ...late.rules, on_reopen: "first stop is final" } });
    expect(told.at("Fri 09:00").judged).toEqual(["met Mon 11:00 at 2h of 6h"]);
  });
});

describe("a restart with each priority (semantics 3)", () => {
  const rows = { P1: "2h", P3: "8h" };
  const restart: Story["rules"] = { on_priority_change: "restart" };

  test("begins a clock of its own, and the old one is judged only for what it missed", () => {
    const told = story({
      rows,
      rules: restart,
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 12:00", "P1"],
        ["Mon 13:30", "resolved"],
      ],
    });
    // 90 minutes of P1 from 12:00 on; the 3 h of P3 are left behind
    expect(told.at("Tue 09:00")).toMatchObject({ elapsed: "1h 30m", started: "Mon 12:00", target: "2h" });
    expect(told.at("Tue 09:00").judged).toEqual(["met Mon 13:30 at 1h 30m of 2h"]);
  });

  test("a priority changed after the stop starts nothing", () => {
    const events: Story["events"] = [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "P3"],
      ["Mon 12:00", "resolved"],
      ["Mon 12:05", "P1"],
    ];
    expect(story({ rows, rules: restart, events }).at("Tue 09:00").judged).toEqual(["met Mon 12:00 at 3h of 8h"]);
    const again = story({ rows, rules: restart, events: [...events, ["Mon 15:00", "working"]] });
    expect(again.at("Mon 16:00")).toMatchObject({ started: "Mon 15:00", elapsed: "1h", target: "2h" });
  });
});
