import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("events of the same second (semantics 20)", () => {
  const together = (events: readonly [string, number][], rules: Story["rules"] = {}): string =>
    story({
      target: "8h",
      rules,
      events: [
        ["Mon 09:00", "opened"],
        ...events.map(([what, sequence]) => ["Mon 10:00", what, { sequence }] as const),
      ],
    }).at("Mon 11:00").state;

  test("go by the order of the log", () => {
    expect(
      together([
        ["resolved", 20],
        ["working", 21],
      ]),
    ).toBe("running");
    expect(
      together([
        ["working", 21],
        ["resolved", 22],
      ]),
    ).toBe("stopped");
    expect(
      together([
        ["working", 22],
        ["resolved", 21],
      ]),
    ).toBe("running");
  });

  test.each([
    [["stop", "pause", "start"], "stopped"],
    [["pause", "stop", "start"], "paused"],
    [["start", "pause", "stop"], "running"],
  ] as const)("then by the agreed order: %j", (same_second, state) => {
    for (const events of [
      ["resolved", "waiting for client", "working"],
      ["working", "resolved", "waiting for client"],
    ]) {
      expect(
        together(
          events.map((what) => [what, 20]),
          { same_second: [...same_second] },
        ),
      ).toBe(state);
    }
  });

  test("count no time, however many", () => {
    const told = story({
      target: "8h",
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "resolved"],
        ["Mon 10:00", "working"],
        ["Mon 10:00", "waiting for client"],
        ["Mon 10:00", "working"],
      ],
    });
    expect(told.at("Mon 11:00")).toMatchObject({ elapsed: "2h", judged: [] });
    expect(told.segments("Mon 11:00")).toEqual(["Mon 09:00 - Mon 11:00 running 2h (open)"]);
  });

  test("a message and its reply of one place in the log are an answered exchange", () => {
    const told = story({
      target: "8h",
      clock: { starts: "client message", stops: "reply" },
      events: [
        ["Mon 10:00", "reply", { sequence: 1 }],
        ["Mon 10:00", "client message", { sequence: 1 }],
      ],
    });
    expect(told.at("Mon 11:00").state).toBe("stopped");
  });
});
