import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("the start (semantics 16)", () => {
  test.each([
    ["opened", [["Mon 09:00", "opened"]], "Mon 09:00"],
    [
      "opened",
      [
        ["Mon 08:00", "new"],
        ["Mon 09:00", "moment opened"],
      ],
      "Mon 09:00",
    ],
    ["opened", [["Mon 08:00", "new"]], "Mon 08:00"], // no such moment: the first event
    [
      "attached",
      [
        ["Mon 09:00", "opened"],
        ["Mon 11:00", "moment attached"],
      ],
      "Mon 11:00",
    ],
    ["attached", [["Mon 09:00", "opened"]], null],
    ["queued", [["Mon 09:00", "moment queued"]], "Mon 09:00"],
    [
      "resolved",
      [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "resolved"],
      ],
      "Mon 10:00",
    ], // a state says so as well
    [
      "reopened",
      [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "closed"],
        ["Mon 12:00", "working"],
      ],
      "Mon 12:00",
    ],
    [
      "received",
      [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "holder=desk"],
      ],
      "Mon 10:00",
    ],
    [
      "client message",
      [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "client message"],
      ],
      "Mon 10:00",
    ],
  ] as const)("%s: %j", (starts, events, started) => {
    const told = story({
      target: "8h",
      clock: { starts, stops: "closed" },
      events: events as unknown as Story["events"],
    });
    expect(told.at("Mon 17:00").started).toBe(started);
  });

  test("resolved to closed is a clock of its own", () => {
    const events: Story["events"] = [
      ["Mon 09:00", "opened"],
      ["Mon 10:00", "resolved"],
      ["Mon 15:00", "closed"],
    ];
    const told = story({ target: "8h", clock: { starts: "resolved", stops: "closed" }, events });
    expect(told.at("Tue 09:00")).toMatchObject({ elapsed: "5h", state: "stopped" });
  });

  test.each([
    ["none", "Mon 09:00"],
    ["client", "Mon 11:00"],
  ] as const)("a request approved by %s", (approvedBy, started) => {
    const told = story({
      target: "8h",
      clock: { starts: "approved", stops: "fulfilled" },
      offerings: { laptop: { approvedBy } },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:00", "offering=laptop"],
        ["Mon 11:00", approvedBy === "client" ? "moment approved" : "working"],
        ["Mon 12:00", "resolved"],
      ],
    });
    expect(told.at("Tue 09:00")).toMatchObject({ started, state: "stopped" });
  });
});

describe("a date corrected afterwards (semantics 18)", () => {
  const corrected = (on_corrected_date: "follow" | "keep", to: string): Story => ({
    target: "8h",
    rules: { on_corrected_date },
    events: [
      ["Mon 09:00", "opened"],
      [to, "moment opened", { learned: "Mon 12:00" }],
    ],
  });

  test.each([
    ["follow", "Mon 08:00", "Mon 08:00", "5h"],
    ["follow", "Mon 10:00", "Mon 10:00", "3h"],
    ["keep", "Mon 08:00", "Mon 09:00", "4h"],
    ["keep", "Mon 10:00", "Mon 09:00", "4h"],
  ] as const)("%s, to %s", (rule, to, started, elapsed) => {
    expect(story(corrected(rule, to)).at("Mon 13:00")).toMatchObject({ started, elapsed });
  });
});
