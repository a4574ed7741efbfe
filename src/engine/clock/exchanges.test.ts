import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("exchanges (semantics 14)", () => {
  const replies: Story = {
    target: "2h",
    clock: { starts: "client message", stops: "reply", pauses: [] },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 10:00", "client message"],
      ["Mon 10:30", "client message"],
      ["Mon 11:00", "reply"],
      ["Mon 14:00", "client message"],
      ["Mon 14:10", "note"],
      ["Mon 17:00", "reply"],
    ],
  };

  test("run from the oldest unanswered message; repeats, notes and the creation do not move them", () => {
    const { at, reading } = story(replies);
    expect(at("Mon 10:00")).toMatchObject({ state: "not started", elapsed: "0s", due: null });
    expect(at("Mon 10:45")).toMatchObject({ started: "Mon 10:00", elapsed: "45m", due: "Mon 12:00" });
    expect(at("Mon 12:00")).toMatchObject({ state: "stopped", stopped: "Mon 11:00", elapsed: "1h" });
    // the second began at 14:00 and was answered after 3 h
    expect(at("Tue 09:00").judged).toEqual(["met Mon 11:00 at 1h of 2h", "missed Mon 16:00 over target"]);
    expect(reading("Tue 09:00").exchanges.map(({ elapsed }) => elapsed)).toEqual([3600]);
  });

  test.each([
    ["every one", ["met Mon 11:00 at 1h of 2h", "missed Mon 16:00 over target"]],
    ["last only", ["missed Mon 16:00 over target"]],
  ] as const)("%s", (exchanges, judged) => {
    expect(story({ ...replies, rules: { exchanges } }).at("Tue 09:00").judged).toEqual(judged);
  });

  test.each([
    ["keeps the clock", { started: "Mon 10:00", elapsed: "1h" }],
    ["restarts it", { started: "Mon 10:30", elapsed: "30m" }],
  ] as const)("a repeated message %s", (repeated_message, expected) => {
    const told = story({ ...replies, rules: { repeated_message } });
    expect(told.at("Mon 11:30")).toMatchObject(expected);
    expect(told.at("Mon 11:30").judged).toEqual([`met Mon 11:00 at ${expected.elapsed} of 2h`]);
  });

  test.each(["continue", "restart", "count the closed time", "first stop is final"] as const)(
    "an answer is no stop that the next message reopens: %s",
    (on_reopen) => {
      const told = story({ ...replies, rules: { on_reopen } });
      expect(told.at("Mon 15:00")).toMatchObject({ started: "Mon 14:00", elapsed: "1h", state: "running" });
      expect(told.at("Tue 09:00").judged).toEqual(["met Mon 11:00 at 1h of 2h", "missed Mon 16:00 over target"]);
    },
  );

  test("the end of the record answers for it, and reopening it asks nothing", () => {
    const events: Story["events"] = [
      ["Mon 10:00", "opened"],
      ["Mon 10:00", "client message"],
      ["Mon 11:00", "resolved"],
      ["Mon 12:00", "working"],
    ];
    expect(story({ ...replies, events }).at("Mon 18:00")).toMatchObject({ state: "stopped", elapsed: "1h" });
  });

  test("a reply and a new message of the same second end one exchange and begin the next", () => {
    const events: Story["events"] = [
      ["Mon 10:00", "client message"],
      ["Mon 11:00", "reply"],
      ["Mon 11:00", "client message"],
    ];
    const told = story({ ...replies, events });
    expect(told.at("Mon 11:30")).toMatchObject({ started: "Mon 11:00", elapsed: "30m" });
    expect(told.at("Mon 11:30").judged).toEqual(["met Mon 11:00 at 1h of 2h"]);
  });
});
