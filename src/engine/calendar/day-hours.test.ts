import { describe, expect, test } from "vitest";
import { calendarFor, type StoryCalendar, zoneNamed } from "../../../scripts/support/story-calendar.ts";
import { readTime, writeTime } from "../../../scripts/support/story-time.ts";
import { openSpans } from "./service-time.ts";

const utc = zoneNamed("UTC");

const open = (calendar: StoryCalendar, from = "Mon 00:00", to = "Wed 00:00"): string[] =>
  openSpans(calendarFor(calendar), { start: readTime(from, utc), end: readTime(to, utc) }).map(
    ({ start, end }) => `${writeTime(start, utc)} - ${writeTime(end, utc)}`,
  );

describe("a night shift and holidays (29)", () => {
  const nights = { hours: "Sun-Tue 22:00-06:00" };
  const holiday = { "2026-03-02": "none" }; // Monday

  test("belongs to the day on which it starts", () => {
    expect(open({ ...nights, days: holiday })).toEqual([
      "Mon 00:00 - Mon 06:00", // Sunday's shift goes on into the holiday
      "Tue 22:00 - Wed 00:00", // Monday's is off, its morning too
    ]);
  });

  test("or is split at midnight, each part under its own day", () => {
    const split = { ...nights, days: holiday, rules: { shift_belongs_to: "each day" } } as const;
    expect(open(split)).toEqual(["Tue 00:00 - Tue 06:00", "Tue 22:00 - Wed 00:00"]);
  });

  test("without a holiday both are the same", () => {
    expect(open({ ...nights, rules: { shift_belongs_to: "each day" } })).toEqual(open(nights));
  });

  test("a shift to midnight leaves nothing for the next day", () => {
    const evenings = { hours: "Mon 18:00-24:00", rules: { shift_belongs_to: "each day" } } as const;
    expect(open(evenings)).toEqual(["Mon 18:00 - Tue 00:00"]);
  });

  test("a special day has nights of its own", () => {
    expect(open({ days: { "2026-03-02": "20:00-02:00" } })).toEqual(["Mon 20:00 - Tue 02:00"]);
    // split at midnight the hours after it would be those of the next day's week, which has none
    const split = { days: { "2026-03-02": "20:00-02:00" }, rules: { shift_belongs_to: "each day" } } as const;
    expect(open(split)).toEqual(["Mon 20:00 - Tue 00:00"]);
  });
});

describe("special days (38)", () => {
  const office = "Mon-Fri 09:00-17:00";

  test.each([
    ["closed", { "2026-03-02": "none" }, ["Tue 09:00 - Tue 17:00"]],
    ["half a day", { "2026-03-02": "09:00-12:00" }, ["Mon 09:00 - Mon 12:00", "Tue 09:00 - Tue 17:00"]],
    [
      "more hours",
      { "2026-03-02": "08:00-10:00 12:00-20:00" },
      ["Mon 08:00 - Mon 10:00", "Mon 12:00 - Mon 20:00", "Tue 09:00 - Tue 17:00"],
    ],
    ["every year", { "every 03-02": "none" }, ["Tue 09:00 - Tue 17:00"]],
    ["of the country", { "country 2026-03-02": "none" }, ["Tue 09:00 - Tue 17:00"]],
    ["of another year", { "2025-03-02": "none" }, ["Mon 09:00 - Mon 17:00", "Tue 09:00 - Tue 17:00"]],
  ] as const)("%s", (_, days, expected) =>
    expect(open({ hours: office, days: days as StoryCalendar["days"] & object })).toEqual(expected),
  );

  test.each([
    [
      "a day with a year beats every year",
      [{ "every 03-02": "none", "2026-03-02": "10:00-11:00" }],
      "Mon 10:00 - Mon 11:00",
    ],
    [
      "every year beats the country",
      [{ "country 2026-03-02": "none", "every 03-02": "10:00-11:00" }],
      "Mon 10:00 - Mon 11:00",
    ],
    [
      "a later set beats an earlier",
      [{ "2026-03-02": "none" }, { "2026-03-02": "10:00-11:00" }],
      "Mon 10:00 - Mon 11:00",
    ],
    [
      "but not with a weaker kind of day",
      [{ "2026-03-02": "10:00-11:00" }, { "every 03-02": "none" }],
      "Mon 10:00 - Mon 11:00",
    ],
  ] as const)("%s", (_, sets, expected) => {
    expect(open({ hours: office, sets: sets as never }, "Mon 00:00", "Tue 00:00")).toEqual([expected]);
  });

  test("29 February is there in leap years alone", () => {
    const days = { "every 02-29": "10:00-11:00" };
    expect(open({ days }, "2028-02-01 00:00", "2028-04-01 00:00")).toEqual(["2028-02-29 10:00 - 2028-02-29 11:00"]);
    expect(open({ days }, "2026-02-01 00:00", "2026-04-01 00:00")).toEqual([]);
  });

  test("a closure is cut out of whatever is open, special days too", () => {
    const calendar = {
      hours: office,
      days: { "2026-03-03": "09:00-12:00" },
      closures: { move: "Mon 16:00 / Tue 10:00" },
    };
    expect(open(calendar)).toEqual(["Mon 09:00 - Mon 16:00", "Tue 10:00 - Tue 12:00"]);
  });

  test("25 hours of closure", () => {
    const calendar = { hours: "every day 00:00-24:00", closures: { move: "Mon 12:00 / Tue 13:00" } };
    expect(open(calendar)).toEqual(["Mon 00:00 - Mon 12:00", "Tue 13:00 - Wed 00:00"]);
  });
});

describe("joined calendars", () => {
  const day = calendarFor({ hours: "Mon-Fri 09:00-17:00", id: "day" });
  const night = calendarFor({ hours: "Mon-Fri 16:00-02:00", id: "night", zone: "Europe/Berlin" });

  test("are open when either is, each in its own zone", () => {
    // Berlin in winter is an hour ahead: 15:00Z to 01:00Z
    expect(open({ joins: [day, night] })).toEqual(["Mon 09:00 - Tue 01:00", "Tue 09:00 - Wed 00:00"]);
  });

  test("keep the holidays of their members, and closures of their own", () => {
    const off = calendarFor({ hours: "Mon-Fri 09:00-17:00", days: { "2026-03-02": "none" } });
    expect(open({ joins: [off, night] })).toEqual(["Mon 15:00 - Tue 01:00", "Tue 09:00 - Wed 00:00"]);
    expect(open({ joins: [day, night], closures: { move: "Mon 12:00 / Tue 12:00" } })).toEqual([
      "Mon 09:00 - Mon 12:00",
      "Tue 12:00 - Wed 00:00",
    ]);
  });
});
