import { describe, expect, test } from "vitest";
import { type Story, story } from "../../../scripts/support/clock-story.ts";

const office = "Mon-Fri 09:00-17:00";

const due = (target: string, opened: string, rules: Story["rules"], hours: Story["hours"] = office): string | null =>
  story({ hours, target, rules, events: [[opened, "opened"]] }).now(opened).due;

describe("business days (semantics 36)", () => {
  test.each([
    // received Monday: the second business day after it ends on Wednesday at 17:00
    ["close of business", "2 business days", "Mon 10:00", "Wed 17:00"],
    ["close of business", "2 business days", "Mon 19:00", "Thu 17:00"], // as if received on Tuesday 09:00
    ["close of business", "1 business day", "Sat 12:00", "Tue+1 17:00"], // as if on Monday
    ["close of business", "1 business day", "Fri 10:00", "Mon+1 17:00"],
    ["same time", "2 business days", "Mon 10:00", "Wed 10:00"],
    ["same time", "1 business day", "Fri 16:30", "Mon+1 16:30"],
    // Monday 19:00 is no service time and Tuesday 19:00 neither: all of Tuesday may be used
    ["same time", "1 business day", "Mon 19:00", "Tue 17:00"],
    ["same time", "1 business day", "Sat 12:00", "Mon+1 12:00"],
  ] as const)("%s: %s from %s", (business_days, target, opened, expected) => {
    expect(due(target, opened, { business_days })).toBe(expected);
  });

  test("opening hours: so many times the agreed length", () => {
    const rules = { business_days: "opening hours", business_day_length: { kind: "time", seconds: 27_000 } } as never;
    // 2 x 7 h 30 m = 15 h: 7 h on Monday, 8 h on Tuesday
    expect(due("2 business days", "Mon 10:00", rules)).toBe("Tue 17:00");
  });

  test("not agreed, they promise nothing", () => {
    expect(due("2 business days", "Mon 10:00", {})).toBeNull();
    expect(due("2 business days", "Mon 10:00", { business_days: "opening hours" })).toBeNull();
  });

  test.each([
    ["2026-03-03 none", "Thu 17:00"], // Tuesday is no business day
    ["2026-03-03 09:00-12:00", "Wed 17:00"], // half a day is one
    ["2026-03-04 09:00-12:00", "Wed 12:00"], // and closes when it closes
  ])("with a special day: %s", (special, expected) => {
    const [day, open] = special.split(" ");
    const hours = { hours: office, days: { [day ?? ""]: open ?? "" } };
    expect(due("2 business days", "Mon 10:00", { business_days: "close of business" }, hours)).toBe(expected);
  });

  test("a day that is closed all day is none", () => {
    const hours = { hours: office, closures: { move: "Tue 00:00 / Wed 00:00" } };
    expect(due("2 business days", "Mon 10:00", { business_days: "close of business" }, hours)).toBe("Thu 17:00");
  });

  test("a date that the zone skipped is none", () => {
    // Samoa: after Thursday 29 December 2011 came Saturday 31; open every day, the next day but one is 1 January
    const hours = { hours: "every day 09:00-17:00", zone: "Pacific/Apia" };
    expect(due("2 business days", "2011-12-29 10:00", { business_days: "close of business" }, hours)).toBe(
      "2012-01-01 17:00",
    );
    expect(due("2 business days", "2011-12-29 10:00", { business_days: "same time" }, hours)).toBe("2012-01-01 10:00");
  });

  test("a night shift is the business day on which it began", () => {
    const nights = "Mon-Fri 22:00-06:00";
    // Tuesday 02:00 is Monday's shift, whose next ends on Wednesday 06:00
    expect(due("1 business day", "Tue 02:00", { business_days: "close of business" }, nights)).toBe("Wed 06:00");
    expect(due("1 business day", "Tue 12:00", { business_days: "close of business" }, nights)).toBe("Thu 06:00");
  });

  test("pauses move the end as they move any other", () => {
    const told = story({
      hours: office,
      target: "2 business days",
      rules: { business_days: "close of business" },
      events: [
        ["Mon 10:00", "opened"],
        ["Tue 10:00", "waiting for client"],
        ["Wed 10:00", "working"],
      ],
    });
    expect(told.now("Wed 10:00").due).toBe("Thu 17:00"); // 8 h later than Wednesday 17:00
  });

  test("another row counts its days from the start of the clock", () => {
    const told = story({
      hours: office,
      rows: { P1: "4h", P4: "2 business days" },
      rules: { business_days: "close of business" },
      events: [
        ["Mon 10:00", "opened"],
        ["Mon 10:00", "P1"],
        ["Mon 12:00", "P4"],
      ],
    });
    expect(told.at("Tue 12:00")).toMatchObject({ due: "Wed 17:00", judged: [] });
  });
});

describe("days of the calendar", () => {
  test.each([
    ["2 days", "Mon 10:00", "Wed 10:00"],
    ["1 day", "Fri 10:00", "Fri 17:00"], // Saturday 10:00: the last service time before it
    ["3 days", "Fri 10:00", "Mon+1 10:00"],
  ])("%s from %s", (target, opened, expected) => expect(due(target, opened, {})).toBe(expected));

  test("end at the same time of day, clock changes or not", () => {
    const hours = { hours: "every day 00:00-24:00", zone: "Europe/Berlin" };
    // 23 hours and not 24: the night to 29 March is an hour short
    expect(due("1 day", "2026-03-28 12:00", {}, hours)).toBe("2026-03-29 12:00");
    expect(due("24h", "2026-03-28 12:00", {}, hours)).toBe("2026-03-29 13:00");
  });
});
