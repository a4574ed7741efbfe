import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

/** Waiting for the client, which ends by itself. */
const waiting = (endsAfter: string, more: Story["events"] = []): Story => ({
  hours: "Mon-Fri 09:00-17:00",
  target: "8h",
  endsAfter: { client: endsAfter },
  rules: { business_days: "close of business" },
  events: [["Mon 09:00", "opened"], ["Mon 10:00", "waiting for client"], ...more],
});

describe("a wait that ends by itself", () => {
  test.each([
    // 12 h of service time from Monday 10:00: 7 h on Monday, 5 h on Tuesday, so from Tuesday 14:00 on it runs
    ["12h", { state: "running", elapsed: "5h", due: "Wed 13:00" }], // 1 h + 3 h + 1 h
    ["1 business day", { state: "running", elapsed: "2h", due: "Wed 16:00" }], // until Tuesday's close
    ["2 business days", { state: "paused", elapsed: "1h", due: null }],
    ["1 day", { state: "running", elapsed: "9h", due: "Tue 17:00" }], // until Tuesday 10:00: 1 h + 7 h + 1 h
  ] as const)("after %s", (endsAfter, expected) => {
    expect(story(waiting(endsAfter)).at("Wed 10:00")).toMatchObject(expected);
  });

  test("shows where the clock runs although the record waits", () => {
    expect(story(waiting("2h")).segments("Mon 15:00")).toEqual([
      "Mon 09:00 - Mon 10:00 running 1h (open)",
      "Mon 10:00 - Mon 12:00 paused 0s (client)",
      "Mon 12:00 - Mon 15:00 running 3h (client ended)",
    ]);
  });

  test("is counted from its first second, whoever holds the record meanwhile", () => {
    const told = story(
      waiting("2h", [
        ["Mon 11:00", "holder=network"],
        ["Mon 13:00", "holder=desk"],
      ]),
    );
    expect(told.at("Mon 15:00").elapsed).toBe("4h"); // 1 h + 12:00 to 15:00
  });

  test("of another reason is a new wait", () => {
    const told = story({
      ...waiting("2h", [
        ["Mon 11:30", "waiting for window"],
        ["Mon 12:30", "waiting for client"],
      ]),
      clock: { pauses: ["client", "window"] },
    });
    // client until 11:30, window until 12:30, client again until 14:30
    expect(told.at("Mon 15:00").elapsed).toBe("1h 30m");
  });

  test("ends at the very second, and not before", () => {
    const told = story(waiting("2h"));
    expect(told.at("Mon 12:00")).toMatchObject({ state: "paused", elapsed: "1h" });
    expect(told.at("Mon 12:00:01")).toMatchObject({ state: "running", elapsed: "1h 1s" });
  });
});
