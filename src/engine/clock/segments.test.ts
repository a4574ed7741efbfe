import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("segments", () => {
  const day: Story = {
    hours: {
      hours: "Mon-Fri 09:00-12:00 13:00-17:00",
      days: { "2026-03-03": "none" },
      closures: { drill: "Wed 10:00 / Wed 11:00" },
    },
    target: "20h",
    events: [
      ["Mon 11:00", "opened"],
      ["Mon 14:00", "waiting for client"],
      ["Mon 18:00", "working"],
      ["Wed 11:30", "resolved"],
    ],
  };

  test("leave no gap and say what decided", () => {
    expect(story(day).segments("Wed 12:00")).toEqual([
      "Mon 11:00 - Mon 12:00 running 1h (open)",
      "Mon 12:00 - Mon 13:00 out of hours 0s (out of hours)",
      "Mon 13:00 - Mon 14:00 running 1h (open)",
      "Mon 14:00 - Mon 18:00 paused 0s (client)",
      "Mon 18:00 - Tue 00:00 out of hours 0s (out of hours)",
      "Tue 00:00 - Wed 00:00 out of hours 0s (2026-03-03 none)",
      "Wed 00:00 - Wed 09:00 out of hours 0s (out of hours)",
      "Wed 09:00 - Wed 10:00 running 1h (open)",
      "Wed 10:00 - Wed 11:00 out of hours 0s (drill)",
      "Wed 11:00 - Wed 11:30 running 30m (open)",
      "Wed 11:30 - Wed 12:00 stopped 0s (resolved)",
    ]);
    expect(story(day).at("Wed 12:00").elapsed).toBe("3h 30m");
  });

  test("name the event that began them, and nobody where the calendar did", () => {
    const segments = story(day).reading("Wed 12:00").segments;
    // opened is two events, so waiting is the third (2), working the fourth (3), resolved the fifth (4)
    expect(segments.map(({ event }) => event)).toEqual([1, null, null, 2, 3, null, null, null, null, null, 4]);
    expect(segments.filter(({ bearer }) => bearer === "client").map(({ kind }) => kind)).toEqual(["paused"]);
    expect(segments.filter(({ bearer }) => bearer === "nobody").map(({ kind }) => kind)).toEqual(
      Array.from({ length: 5 }, () => "out of hours"),
    );
  });

  test("of a clock in proportion count from the last change on", () => {
    const told = story({
      rows: { P1: "4h", P3: "8h" },
      rules: { on_priority_change: "in proportion" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "P3"],
        ["Mon 11:00", "P1"],
      ],
    });
    // 2/8 of 4 h = 1 h is carried over
    expect(told.at("Mon 12:00").elapsed).toBe("2h");
    expect(told.segments("Mon 12:00")).toEqual([
      "Mon 09:00 - Mon 11:00 running 0s (open)",
      "Mon 11:00 - Mon 12:00 running 1h (open)",
    ]);
  });
});
