import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

describe("whose calendar (semantics 37)", () => {
  const sited = (
    whose_calendar: "service level" | "site of the requester" | "both",
    events: Story["events"] = [],
  ): Story => ({
    hours: "Mon-Fri 09:00-17:00",
    calendars: { krakow: "Mon-Sat 07:00-12:00" },
    target: "8h",
    rules: { whose_calendar, business_days: "close of business" },
    events: [["Mon 08:00", "opened"], ["Mon 08:00", "site=krakow"], ...events],
  });

  test.each([
    ["service level", "8h", "Mon 17:00"],
    ["site of the requester", "4h", "Tue 11:00"], // 4 h on Monday from 08:00, 4 h on Tuesday from 07:00
    ["both", "3h", "Wed 11:00"], // 09:00 to 12:00 a day: 3 h, 3 h, 2 h
  ] as const)("%s", (whose_calendar, elapsed, due) => {
    expect(story(sited(whose_calendar)).at("Mon 20:00")).toMatchObject({ elapsed, due });
  });

  test("a site without a calendar, or none at all, leaves that of the service level", () => {
    const unknown: Story["events"] = [
      ["Mon 08:00", "opened"],
      ["Mon 08:00", "site=oslo"],
    ];
    for (const events of [unknown, unknown.slice(0, 1)]) {
      expect(story({ ...sited("both"), events }).at("Mon 20:00").elapsed).toBe("8h");
    }
  });

  test("a site that is known late counts from the start, and one that changes does so again", () => {
    const late: Story["events"] = [
      ["Mon 08:00", "opened"],
      ["Mon 10:00", "site=krakow"],
    ];
    expect(story({ ...sited("both"), events: late }).at("Mon 20:00").elapsed).toBe("3h");
    const told = story(sited("site of the requester", [["Mon 13:00", "site=oslo"]]));
    expect(told.at("Mon 13:00").elapsed).toBe("4h");
    expect(told.now("Mon 13:00").elapsed).toBe("4h"); // 09:00 to 13:00 in the calendar of the service level
  });

  test("a business day of both is one on which both are open, until the first of them closes", () => {
    const rules = { ...sited("both").rules };
    const told = story({ ...sited("both"), target: "1 business day", rules });
    expect(told.now("Mon 08:00").due).toBe("Tue 12:00");
    const friday = story({
      ...sited("both"),
      target: "1 business day",
      rules,
      events: [
        ["Fri 09:30", "opened"],
        ["Fri 09:30", "site=krakow"],
      ],
    });
    expect(friday.now("Fri 09:30").due).toBe("Mon+1 12:00"); // Saturday is open in Krakow alone
  });

  test("what is out of hours says whose hours", () => {
    const told = story({
      ...sited("both"),
      calendars: { krakow: { hours: "every day 00:00-24:00", days: { "2026-03-02": "none" } } },
    });
    // until 09:00 the service level is closed, then Krakow keeps its day off, until 17:00, and so on
    expect(told.segments("Tue 10:00")).toEqual([
      "Mon 08:00 - Mon 09:00 out of hours 0s (out of hours)",
      "Mon 09:00 - Mon 17:00 out of hours 0s (2026-03-02 none)",
      "Mon 17:00 - Tue 09:00 out of hours 0s (out of hours)",
      "Tue 09:00 - Tue 10:00 running 1h (open)",
    ]);
  });
});
