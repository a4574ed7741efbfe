import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const office = "Mon-Fri 09:00-17:00";

describe("due (semantics 8 and 31)", () => {
  const paused: Story = {
    hours: office,
    target: "8h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 12:00", "waiting for client"],
      ["Mon 14:00", "holder=network"],
    ],
  };

  test.each([
    ["none", null],
    ["last known", "Mon 17:00"], // as it stood when the wait began, whoever holds the record since
  ] as const)("while paused: %s", (due_while_paused, due) => {
    const { at } = story({ ...paused, rules: { due_while_paused } });
    // 5 h are left: resumed on Tuesday 10:00 they end at 15:00
    expect(at("Tue 10:00")).toMatchObject({ state: "paused", due, dueIfResumed: "Tue 15:00", remaining: "5h" });
  });

  test("lands on the closing, not on the next opening", () => {
    expect(story({ ...paused, events: [["Mon 09:00", "opened"]] }).at("Mon 10:00").due).toBe("Mon 17:00");
  });

  test("of a stopped clock is what it would have been", () => {
    const told = story({
      ...paused,
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "resolved"],
      ],
    });
    expect(told.at("Fri 09:00")).toMatchObject({ state: "stopped", due: "Mon 17:00", remaining: "7h" });
  });

  test("of a clock over its target is when it was used up", () => {
    const told = story({ ...paused, events: [["Mon 09:00", "opened"]] });
    expect(told.at("Wed 09:00")).toMatchObject({ due: "Mon 17:00", remaining: "-8h", missed: "Tue 09:00" });
  });

  test("is none without a target, before the start and after a cancellation", () => {
    expect(story({ ...paused, target: "" }).at("Tue 09:00")).toMatchObject({ due: null, remaining: null });
    expect(story(paused).at("Mon 09:00")).toMatchObject({ state: "not started", due: null });
    expect(
      story({
        ...paused,
        events: [
          ["Mon 09:00", "opened"],
          ["Mon 10:00", "cancelled"],
        ],
      }).at("Tue 09:00").due,
    ).toBeNull();
  });

  test("last known after a pause by the wall clock has that pause in it", () => {
    const told = story({
      hours: office,
      target: "8h",
      rules: { due_while_paused: "last known", pause_counts: "wall clock" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 16:00", "waiting for client"],
        ["Tue 09:00", "working"], // 17 h of which 1 h was service time: 16 h more
        ["Tue 10:00", "waiting for client"],
      ],
    });
    // 8 h are used of 24 h; 16 h left from Tuesday 10:00: 7 h, 8 h, 1 h
    expect(told.at("Tue 12:00").due).toBe("Thu 10:00");
  });
});
