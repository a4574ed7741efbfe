import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const office = "Mon-Fri 09:00-17:00";
const until = (resolved: string, rules: Story["rules"] = {}): Story => ({
  hours: office,
  target: "8h",
  rules,
  events: [
    ["Mon 09:00", "opened"],
    [resolved, "resolved"],
  ],
});

describe("exactly on target (semantics 11)", () => {
  test.each([
    ["met", "Mon 17:00", ["met Mon 17:00 at 8h of 8h"]],
    ["met", "Tue 08:59:59", ["met Tue 08:59:59 at 8h of 8h"]], // after hours nothing is counted
    ["met", "Tue 09:00:01", ["missed Tue 09:00 over target"]],
    ["missed", "Mon 16:59:59", ["met Mon 16:59:59 at 7h 59m 59s of 8h"]],
    ["missed", "Mon 17:00", ["missed Mon 16:59:59 over target"]], // the second that fills the target is one too many
  ] as const)("%s, resolved %s", (exactly_on_target, resolved, judged) => {
    expect(story(until(resolved, { exactly_on_target })).at("Wed 09:00").judged).toEqual(judged);
  });

  test("a target used up is not over until a second more is counted", () => {
    const { at } = story(until("Wed 12:00"));
    expect(at("Mon 17:00")).toMatchObject({
      elapsed: "8h",
      remaining: "0s",
      over: false,
      missed: null,
      due: "Mon 17:00",
    });
    expect(at("Tue 09:00")).toMatchObject({ elapsed: "8h", over: false, missed: null });
    expect(at("Tue 09:00:01")).toMatchObject({
      elapsed: "8h 1s",
      remaining: "-1s",
      over: true,
      missed: "Tue 09:00",
    });
  });
});

describe("lateness (semantics 12)", () => {
  test.each([
    // due Monday 17:00; resolved in the evening it has counted 8 h, but the clock on the wall is past
    ["service time", "Mon 19:00", ["met Mon 19:00 at 8h of 8h"]],
    ["wall clock", "Mon 19:00", ["missed Mon 17:00 over target"]],
    ["wall clock", "Mon 17:00", ["met Mon 17:00 at 8h of 8h"]],
    ["wall clock", "Mon 16:59", ["met Mon 16:59 at 7h 59m of 8h"]],
  ] as const)("by %s, resolved %s", (lateness_by, resolved, judged) => {
    expect(story(until(resolved, { lateness_by })).at("Wed 09:00").judged).toEqual(judged);
  });

  test("by wall clock exactly on the due instant can be missed", () => {
    const rules = { lateness_by: "wall clock", exactly_on_target: "missed" } as const;
    expect(story(until("Mon 17:00", rules)).at("Wed 09:00").judged).toEqual(["missed Mon 16:59:59 over target"]);
    expect(story(until("Mon 16:59:59", rules)).at("Wed 09:00").judged).toHaveLength(1);
    expect(story(until("Mon 16:59:59", rules)).at("Wed 09:00").missed).toBeNull();
  });

  test("by wall clock a pause at the due instant holds it off until the clock goes on", () => {
    const told = story({
      ...until("Wed 12:00", { lateness_by: "wall clock" }),
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 17:00", "waiting for client"],
        ["Tue 20:00", "working"],
        ["Wed 07:00", "resolved"],
      ],
    });
    expect(told.at("Tue 12:00").missed).toBeNull();
    expect(told.at("Thu 09:00").judged).toEqual(["missed Tue 20:00 over target"]);
  });

  test("by wall clock a priority that moved the due instant into the past makes it late by the change", () => {
    const told = story({
      rows: { P1: "2h", P3: "8h" },
      rules: { lateness_by: "wall clock" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 12:00", "P1"],
      ],
    });
    expect(told.at("Mon 13:00").judged).toEqual(["missed Mon 12:00 over target by change of priority"]);
  });
});

describe("late but stopped before anyone looked (semantics 13)", () => {
  test("the miss is read from the history", () => {
    expect(story(until("Tue 11:00")).at("Fri 09:00").judged).toEqual(["missed Tue 09:00 over target"]);
  });
});

describe("precision (semantics 21)", () => {
  const short = (resolved: string, rules: Story["rules"]): readonly string[] =>
    story({
      target: "10m",
      rules,
      events: [
        ["Mon 09:00", "opened"],
        [resolved, "resolved"],
      ],
    }).at("Tue 09:00").judged;

  test.each([
    ["seconds", "Mon 09:10:01", "missed Mon 09:10 over target"],
    ["minutes", "Mon 09:10:59", "met Mon 09:10:59 at 10m 59s of 10m"], // 10 whole minutes
    ["minutes", "Mon 09:11:00", "missed Mon 09:10:59 over target"], // the second that fills the eleventh
  ] as const)("%s, resolved %s", (precision, resolved, judged) => {
    expect(short(resolved, { precision })).toEqual([judged]);
  });

  test("minutes, exactly on target missed", () => {
    const rules = { precision: "minutes", exactly_on_target: "missed" } as const;
    expect(short("Mon 09:09:59", rules)).toEqual(["met Mon 09:09:59 at 9m 59s of 10m"]);
    expect(short("Mon 09:10:00", rules)).toEqual(["missed Mon 09:09:59 over target"]);
  });

  test("short pauses add up to the second", () => {
    // 24 times 61 s of waiting: 24 m 24 s, no minute rounded
    const waits = Array.from({ length: 24 }, (_, index): Story["events"] => {
      const minute = String(index * 2).padStart(2, "0");
      const after = String(index * 2 + 1).padStart(2, "0");
      return [
        [`Mon 09:${minute}:00`, "waiting for client"],
        [`Mon 09:${after}:01`, "working"],
      ];
    });
    const told = story({ target: "4h", events: [["Mon 09:00", "opened"], ...waits.flat()] });
    expect(told.at("Mon 10:00").elapsed).toBe("35m 36s");
  });
});

describe("pauses by the wall clock (semantics 6)", () => {
  const evening = (rules: Story["rules"]): Story => ({
    hours: office,
    target: "8h",
    rules,
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 16:00", "waiting for client"],
      ["Tue 10:00", "working"],
    ],
  });

  test.each([
    // 7 h on Monday, Tuesday from 10:00: one hour left
    ["service time", { elapsed: "7h", target: "8h", due: "Tue 11:00" }],
    // the pause lasted 18 h of which 2 h were service time: 16 h more are allowed, 7 h on Tuesday, 8 on Wednesday, 2 on Thursday
    ["wall clock", { elapsed: "7h", target: "24h", due: "Thu 11:00" }],
  ] as const)("%s", (pause_counts, expected) => {
    expect(story(evening({ pause_counts })).now("Tue 10:00")).toMatchObject(expected);
  });

  test("a pause before hours moves the due instant by its whole length", () => {
    const told = story({
      ...evening({ pause_counts: "wall clock" }),
      events: [
        ["Mon 04:00", "opened"],
        ["Mon 04:15", "waiting for client"],
        ["Mon 05:00", "working"],
      ],
      target: "7h",
    });
    expect(told.at("Mon 09:30").due).toBe("Mon 16:45"); // 16:00 + 45 m
  });

  test("what such a pause gave back is not missed, and no more than that", () => {
    const told = story({
      ...evening({ pause_counts: "wall clock" }),
      events: [...evening({}).events, ["Thu 11:00", "resolved"]],
    });
    expect(told.at("Fri 09:00").judged).toEqual(["met Thu 11:00 at 24h of 24h"]);
    const late = story({
      ...evening({ pause_counts: "wall clock" }),
      events: [...evening({}).events, ["Thu 11:00:01", "resolved"]],
    });
    expect(late.at("Fri 09:00").judged).toEqual(["missed Thu 11:00 over target"]);
  });
});
