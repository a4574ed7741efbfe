import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const clock = (parts: Story["clock"], events: Story["events"]): Story => ({
  target: "8h",
  ...(parts ? { clock: parts } : {}),
  events,
});

describe("the response (semantics 7)", () => {
  test.each([
    ["moment responded", "2h", "stopped"],
    ["reply", "2h", "stopped"],
    ["resolved", "2h", "stopped"],
    ["closed", "2h", "stopped"],
    ["note", "4h", "running"],
    ["client message", "4h", "running"],
    ["waiting for client", "4h", "running"],
  ])("%s", (what, elapsed, state) => {
    const told = story(
      clock({ stops: "responded", pauses: [] }, [
        ["Mon 09:00", "opened"],
        ["Mon 11:00", what],
      ]),
    );
    expect(told.at("Mon 13:00")).toMatchObject({ elapsed, state });
  });

  test("is given once: neither a reopening nor a second one moves it", () => {
    const told = story(
      clock({ stops: "responded", pauses: [] }, [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "reply"],
        ["Mon 11:00", "resolved"],
        ["Mon 12:00", "working"],
        ["Mon 13:00", "reply"],
      ]),
    );
    expect(told.at("Tue 09:00")).toMatchObject({ elapsed: "1h", stopped: "Mon 10:00" });
  });

  test("a first reply stops a clock from the opening for good", () => {
    const told = story(
      clock({ stops: "reply" }, [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "reply"],
        ["Mon 11:00", "client message"],
      ]),
    );
    expect(told.at("Tue 09:00")).toMatchObject({ state: "stopped", elapsed: "1h" });
  });
});

describe("the resolution", () => {
  test("follows moments and states alike", () => {
    const told = story(
      clock({}, [
        ["Mon 09:00", "moment opened"],
        ["Mon 10:00", "moment resolved"],
        ["Mon 12:00", "moment reopened"],
        ["Mon 13:00", "closed"],
      ]),
    );
    expect(told.at("Tue 09:00")).toMatchObject({ elapsed: "2h", stopped: "Mon 13:00" });
  });

  test("closing is another stop than resolving", () => {
    const events: Story["events"] = [
      ["Mon 09:00", "opened"],
      ["Mon 10:00", "resolved"],
      ["Mon 12:00", "closed"],
    ];
    expect(story(clock({ stops: "closed" }, events)).at("Tue 09:00").elapsed).toBe("3h");
    expect(story(clock({ stops: "resolved" }, events)).at("Tue 09:00").elapsed).toBe("1h");
  });
});

describe("a stop that came before the start", () => {
  test("stops the clock as it starts", () => {
    // the cause was found while the incident was still open
    const told = story(
      clock({ starts: "incident resolved", stops: "cause found" }, [
        ["Mon 09:00", "opened"],
        ["Mon 10:00", "moment cause found"],
        ["Mon 12:00", "moment incident resolved"],
      ]),
    );
    expect(told.at("Tue 09:00")).toMatchObject({ state: "stopped", started: "Mon 12:00", elapsed: "0s" });
    expect(told.at("Tue 09:00").judged).toEqual(["met Mon 12:00 at 0s of 8h"]);
  });

  test("but the desk's response is none of the team that receives the record later", () => {
    const told = story({
      target: "8h",
      provider: "network",
      clock: { starts: "received", stops: "responded" },
      events: [
        ["Mon 09:00", "opened"],
        ["Mon 09:30", "moment responded"],
        ["Mon 10:00", "holder=network"],
        ["Mon 10:30", "moment responded"],
      ],
    });
    expect(told.at("Mon 10:20")).toMatchObject({ state: "running", elapsed: "20m" });
    expect(told.at("Tue 09:00")).toMatchObject({ state: "stopped", elapsed: "30m" });
  });
});
