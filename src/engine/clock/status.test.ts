import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const office = "Mon-Fri 09:00-17:00";

describe("the state a record is created in (semantics 9)", () => {
  test.each([
    ["waiting for client", { state: "paused", elapsed: "0s", due: null, dueIfResumed: "Mon 15:00" }],
    ["resolved", { state: "stopped", elapsed: "0s", stopped: "Mon 09:00", judged: ["met Mon 09:00 at 0s of 4h"] }],
    ["cancelled", { state: "cancelled", elapsed: "0s", due: null, judged: [] }],
    ["working", { state: "running", elapsed: "2h", due: "Mon 13:00" }],
    ["unknown", { state: "running", elapsed: "2h", due: "Mon 13:00" }],
  ] as const)("%s", (state, expected) => {
    const events: Story["events"] = [
      ["Mon 09:00", "moment opened"],
      ["Mon 09:00", state],
    ];
    expect(story({ hours: office, target: "4h", events }).at("Mon 11:00")).toMatchObject(expected);
  });

  test("a wait from the start is over when it is over", () => {
    const events: Story["events"] = [
      ["Mon 09:00", "moment opened"],
      ["Mon 09:00", "waiting for client"],
      ["Mon 12:00", "working"],
    ];
    expect(story({ target: "4h", events }).at("Mon 13:00")).toMatchObject({ elapsed: "1h", due: "Mon 16:00" });
  });
});

describe("which waits stop a clock (semantics 7)", () => {
  const waits: Story = {
    target: "8h",
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 10:00", "waiting for client"],
      ["Mon 12:00", "waiting for vendor"],
      ["Mon 13:00", "working"],
    ],
  };

  test.each([
    [[], "5h"], // a response is not paused
    [["client"], "3h"],
    [["client", "vendor"], "2h"],
  ] as const)("%j", (pauses, elapsed) => {
    expect(story({ ...waits, clock: { pauses: [...pauses] } }).at("Mon 14:00").elapsed).toBe(elapsed);
  });

  test("an unknown state is taken as the one before", () => {
    const told = story({ ...waits, events: [...waits.events.slice(0, 2), ["Mon 11:00", "unknown"]] });
    expect(told.at("Mon 12:00")).toMatchObject({ state: "paused", elapsed: "1h" });
  });
});

describe("merged and cancelled records (semantics 19)", () => {
  const merged = (events: Story["events"], rules: Story["rules"] = {}): Story => ({
    target: "4h",
    rules,
    events: [["Mon 09:00", "opened"], ...events],
  });

  test.each([
    ["cancelled", { state: "cancelled", elapsed: "2h", due: null, judged: [] }],
    ["earliest start", { state: "cancelled", judged: [] }],
    ["closed", { state: "stopped", stopped: "Mon 11:00", judged: ["met Mon 11:00 at 2h of 4h"] }],
  ] as const)("%s", (rule, expected) => {
    expect(story(merged([["Mon 11:00", "merged"]], { merged: rule })).at("Tue 09:00")).toMatchObject(expected);
  });

  test.each(["merged", "cancelled"])("%s after a miss, it stays missed", (state) => {
    const told = story(merged([["Mon 14:00", state]]));
    expect(told.at("Tue 09:00")).toMatchObject({ state: "cancelled", missed: "Mon 13:00" });
    expect(told.at("Tue 09:00").judged).toEqual(["missed Mon 13:00 over target"]);
  });

  test("the survivor may inherit the earliest start", () => {
    const start = String(Date.UTC(2026, 2, 2, 7) / 1000); // Monday 07:00
    const survivor = merged([["Mon 10:00", `merged_start=${start}`]], { merged: "earliest start" });
    expect(story(survivor).at("Mon 10:30")).toMatchObject({
      started: "Mon 07:00",
      elapsed: "3h 30m",
      due: "Mon 11:00",
    });
    expect(story(survivor).at("Mon 10:00")).toMatchObject({ started: "Mon 09:00", elapsed: "1h" });
    expect(story({ ...survivor, rules: {} }).at("Mon 10:30").started).toBe("Mon 09:00");
  });

  test("an abandoned call is not judged", () => {
    const told = story({
      target: "20s",
      clock: { starts: "queued", stops: "answered" },
      events: [
        ["Mon 09:00", "moment queued"],
        ["Mon 09:00:10", "moment abandoned"],
      ],
    });
    expect(told.at("Mon 10:00")).toMatchObject({ state: "cancelled", judged: [] });
  });
});

describe("holdings (semantics 15)", () => {
  const hops: Story = {
    target: "4h",
    provider: "network",
    clock: { starts: "received", stops: "handed on" },
    events: [
      ["Mon 09:00", "opened"],
      ["Mon 09:00", "holder=desk"],
      ["Mon 10:00", "holder=network"],
      ["Mon 11:00", "waiting for client"],
      ["Mon 11:30", "working"],
      ["Mon 12:00", "holder=desk"],
      ["Mon 14:00", "holder=network"],
      ["Mon 15:00", "resolved"],
      ["Mon 15:30", "holder=desk"],
    ],
  };

  test("start with the first hand-over and stop with each one on", () => {
    const { at } = story(hops);
    expect(at("Mon 10:00")).toMatchObject({ state: "not started", started: null });
    expect(at("Mon 11:00")).toMatchObject({
      state: "running",
      elapsed: "1h",
      started: "Mon 10:00",
      due: "Mon 14:00",
    });
    expect(at("Mon 13:00")).toMatchObject({ state: "stopped", elapsed: "1h 30m", stopped: "Mon 12:00" });
    expect(at("Mon 13:00").judged).toEqual(["met Mon 12:00 at 1h 30m of 4h"]);
  });

  test("are added up over the whole record", () => {
    // 10:00-12:00 less half an hour of waiting, 14:00-15:00
    const shown = story(hops).at("Tue 09:00");
    expect(shown).toMatchObject({ state: "stopped", elapsed: "2h 30m", stopped: "Mon 15:00" });
    expect(shown.judged).toEqual(["met Mon 15:00 at 2h 30m of 4h"]);
  });

  test("charge the time between to whoever held it", () => {
    expect(story(hops).segments("Mon 14:30")).toEqual([
      "Mon 10:00 - Mon 11:00 running 1h (open)",
      "Mon 11:00 - Mon 11:30 paused 0s (client)",
      "Mon 11:30 - Mon 12:00 running 30m (open)",
      "Mon 12:00 - Mon 14:00 elsewhere 0s (desk)",
      "Mon 14:00 - Mon 14:30 running 30m (open)",
    ]);
  });

  test("are not started afresh by the usual term of an OLA", () => {
    expect(story({ ...hops, rules: { on_transfer: "starts afresh" } }).at("Tue 09:00").elapsed).toBe("2h 30m");
  });
});
