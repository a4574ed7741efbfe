import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

/** Round the clock; P3 for 5 h, then another priority. */
const changed = (to: string, rules: Story["rules"] = {}, more: Story["events"] = []): Story => ({
  rows: { P1: "4h", P2: "6h", P3: "8h", P4: "16h" },
  rules,
  events: [["Mon 09:00", "opened"], ["Mon 09:00", "P3"], ["Mon 14:00", to], ...more],
});

describe("a priority raised on the way (semantics 3)", () => {
  test.each([
    // 5 h are more than the 4 h of P1: late by the change, at the change, not at 13:00
    [
      "from the start",
      "P1",
      { elapsed: "6h", due: "Mon 13:00", judged: ["missed Mon 14:00 over target by change of priority"] },
    ],
    // 5 h of 6 h: one hour left
    ["from the start", "P2", { elapsed: "6h", due: "Mon 15:00", judged: [] }],
    ["restart", "P1", { elapsed: "1h", due: "Mon 18:00", judged: [] }],
    ["keep the first", "P1", { elapsed: "6h", target: "8h", due: "Mon 17:00", judged: [] }],
    // 5/8 of 8 h are 5/8 of 4 h = 2 h 30 m; 1 h 30 m left from 14:00
    ["in proportion", "P1", { elapsed: "3h 30m", target: "4h", due: "Mon 15:30", judged: [] }],
  ] as const)("%s, to %s", (on_priority_change, to, expected) => {
    expect(story(changed(to, { on_priority_change })).at("Mon 15:00")).toMatchObject(expected);
  });

  test("a part of a second is dropped in proportion", () => {
    const told = story({
      rows: { P1: "10s", P3: "7s" },
      rules: { on_priority_change: "in proportion" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 09:00:03", "P1"],
      ],
    });
    // 3/7 of 10 s = 4.28 s
    expect(told.at("Mon 09:00:03").elapsed).toBe("3s");
    expect(told.now("Mon 09:00:03").elapsed).toBe("4s");
  });

  test.each([
    // 5 h used + 2 h grace = 7 h, so late from 16:00 on
    ["2h", { target: "7h", due: "Mon 16:00", judged: [] }],
    ["30m", { target: "5h 30m", due: "Mon 14:30", judged: ["missed Mon 14:30 over target"] }],
  ] as const)("grace of %s", (grace, expected) => {
    const seconds = { "2h": 7200, "30m": 1800 }[grace];
    const rules = { grace: { kind: "time", seconds } as never };
    expect(story(changed("P1", rules)).at("Mon 15:00")).toMatchObject(expected);
  });

  test("the month that ended before the change knows nothing of it", () => {
    expect(story(changed("P1")).at("Mon 14:00")).toMatchObject({ target: "8h", judged: [], missed: null });
  });

  test("raised and resolved in the same second it is late by the change", () => {
    const told = story(changed("P1", {}, [["Mon 14:00", "resolved"]]));
    expect(told.at("Mon 15:00").judged).toEqual(["missed Mon 14:00 over target by change of priority"]);
  });

  test("a priority changed after the stop says nothing about it", () => {
    const events: Story["events"] = [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "P3"],
      ["Mon 14:00", "resolved"],
      ["Mon 16:00", "P1"],
    ];
    const { at } = story({ ...changed("P1"), events });
    expect(at("Mon 18:00").judged).toEqual(["met Mon 14:00 at 5h of 8h"]);
    // reopened, it goes on as P1 and is late by the change from then on
    const again = story({ ...changed("P1"), events: [...events, ["Tue 09:00", "working"]] });
    expect(again.at("Tue 10:00").judged).toEqual(["missed Tue 09:00 over target by change of priority, reopened"]);
  });

  test("raised while waiting it is late at once", () => {
    const told = story({
      ...changed("P1"),
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 14:00", "waiting for client"],
        ["Mon 16:00", "P1"],
      ],
    });
    expect(told.at("Mon 17:00").judged).toEqual(["missed Mon 16:00 over target by change of priority"]);
  });

  test("a priority without a row is promised nothing", () => {
    const told = story(changed("P9"));
    expect(told.at("Mon 20:00")).toMatchObject({
      target: null,
      due: null,
      remaining: null,
      over: false,
      judged: [],
    });
  });

  test("a priority given late counts from the opening", () => {
    const told = story({
      rows: { P1: "4h" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 12:00", "P1"],
      ],
    });
    expect(told.at("Mon 11:00")).toMatchObject({ target: null, elapsed: "0s" });
    expect(told.at("Mon 12:30")).toMatchObject({ target: "4h", elapsed: "3h 30m", due: "Mon 13:00" });
  });

  test("each row has its own calendar, and the past is counted by the new one", () => {
    const told = story({
      hours: "Mon-Fri 09:00-17:00",
      calendars: { always: "every day 00:00-24:00" },
      rows: { P1: "4h on always", P3: "8h" },
      events: [
        ["Mon 15:00", "opened"],
        ["Mon 15:00", "P3"],
        ["Mon 18:00", "P1"],
      ],
    });
    expect(told.at("Mon 18:00").elapsed).toBe("2h"); // 15:00 to 17:00
    expect(told.now("Mon 18:00")).toMatchObject({ elapsed: "3h", due: "Mon 19:00" }); // 15:00 to 18:00
  });
});

describe("a priority lowered after a miss (semantics 4)", () => {
  const late = (rules: Story["rules"], more: Story["events"] = []): Story =>
    changed("P3", rules, [["Mon 18:00", "P4"], ...more]);

  // 8 h of P3 were up on Monday 17:00; at 18:00 it became P4 with 16 h
  test("stays missed, and both verdicts can be seen", () => {
    expect(story(late({})).at("Mon 20:00")).toMatchObject({
      missed: "Mon 17:00",
      over: false, // 11 h of 16 h: by the new row alone it is in time
      remaining: "5h",
      judged: ["missed Mon 17:00 over target"],
    });
  });

  test.each([
    ["without a reason", [], ["missed Mon 17:00 over target"]],
    ["with a reason", [["Mon 18:00", "downgrade_reason=agreed with the client"]], []],
    ["with a reason that comes later", [["Mon 19:00", "downgrade_reason=agreed"]], ["missed Mon 17:00 over target"]],
  ] as const)("lifted with a reason: %s", (_, more, judged) => {
    const rules = { on_downgrade_after_miss: "lifted with a reason" } as const;
    expect(story(late(rules, more)).at("Mon 20:00").judged).toEqual(judged);
  });

  test("a lifted miss can be missed again", () => {
    const rules = { on_downgrade_after_miss: "lifted with a reason" } as const;
    const told = story(late(rules, [["Mon 18:00", "downgrade_reason=agreed"]]));
    expect(told.at("Tue 01:01").judged).toEqual(["missed Tue 01:00 over target"]); // 09:00 + 16 h
  });

  test("a miss that was judged anew is lifted by arithmetic alone", () => {
    expect(story(late({ missed_once: "judged again" })).at("Mon 20:00")).toMatchObject({
      judged: [],
      missed: null,
    });
  });
});

describe("pauses when the row changes (semantics 5)", () => {
  const paused = (rules: Story["rules"]): Story => ({
    rows: { P1: "4h", P3: "8h" },
    rules,
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "P3"],
      ["Mon 10:00", "waiting for client"],
      ["Mon 12:00", "working"],
      ["Mon 13:00", "P1"],
      ["Mon 13:10", "waiting for client"],
      ["Mon 13:40", "working"],
    ],
  });

  test.each([
    // 09:00 to 14:00 less 2 h and less 30 m
    ["kept", "2h 30m"],
    // the pause before the change is forgotten, the one after it counts
    ["ignored", "4h 30m"],
  ] as const)("%s", (earlier_pauses, elapsed) => {
    const told = story(paused({ earlier_pauses }));
    expect(told.at("Mon 14:00").elapsed).toBe(elapsed);
    expect(told.at("Mon 13:00").elapsed).toBe("2h"); // before the change it is a pause like any other
  });

  test("ignored, but for the relief in them", () => {
    const told = story({ ...paused({ earlier_pauses: "ignored" }), relief: ["Mon 11:00 / Mon 11:30"] });
    expect(told.at("Mon 14:00").elapsed).toBe("4h");
  });

  test("what is ignored shows as running in the segments", () => {
    expect(story(paused({ earlier_pauses: "ignored" })).segments("Mon 14:00")).toContain(
      "Mon 10:00 - Mon 12:00 running 2h (client)",
    );
  });
});
