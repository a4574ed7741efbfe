import { describe, expect, test } from "vitest";
import { calendarFor, type StoryCalendar, zoneNamed } from "../../../scripts/support/story-calendar.ts";
import { readLength, readTime, writeLength, writeTime } from "../../../scripts/support/story-time.ts";
import { duration, instant } from "../time/instant.ts";
import { addWorked, isOpen, nextOpening, openSpans, worked } from "./service-time.ts";

const zoneOf = (hours: string | StoryCalendar) => zoneNamed((typeof hours === "string" ? null : hours.zone) ?? "UTC");

const elapsed = (hours: string | StoryCalendar, from: string, to: string): string =>
  writeLength(worked(calendarFor(hours), readTime(from, zoneOf(hours)), readTime(to, zoneOf(hours))));

const added = (hours: string | StoryCalendar, from: string, length: string): string | null => {
  const at = addWorked(calendarFor(hours), readTime(from, zoneOf(hours)), duration(readLength(length)));
  return at === null ? null : writeTime(at, zoneOf(hours));
};

const office = "Mon-Fri 09:00-17:00";
const lunch = "Mon-Fri 09:00-12:00 13:00-17:00";

describe("elapsed", () => {
  test.each([
    [office, "Mon 08:00", "Mon 18:00", "8h"],
    [office, "Fri 16:00", "Mon+1 10:00", "2h"], // 1 h on Friday, 1 h on Monday
    [office, "Sat 09:00", "Sun 17:00", "0s"],
    [lunch, "Mon 11:30", "Mon 13:30", "1h"], // half an hour on each side
    [office, "Mon 16:59:59", "Mon 17:00:01", "1s"], // the closing instant is not open (32)
    [office, "Mon 09:00", "Mon 09:00", "0s"],
    [office, "Tue 10:00", "Mon 10:00", "0s"], // reversed (34)
    ["Mon 09:00-12:00 11:00-14:00 14:00-15:00", "Mon 00:00", "Tue 00:00", "6h"], // merged (30)
    ["Mon-Fri 22:00-06:00", "Mon 20:00", "Tue 12:00", "8h"],
    ["Thu 09:00-17:00", "2026-01-01 00:00", "2026-12-31 12:00", "419h"], // 52 Thursdays x 8 h + 3 h of the 53rd
  ])("%s from %s to %s: %s", (hours, from, to, expected) => expect(elapsed(hours, from, to)).toBe(expected));
});

describe("an addition", () => {
  test.each([
    [office, "Mon 09:00", "8h", "Mon 17:00"], // the earliest instant, not Tuesday 09:00 (31)
    [office, "Mon 09:00", "8h 1s", "Tue 09:00:01"],
    [lunch, "Mon 09:00", "3h", "Mon 12:00"],
    [office, "Fri 16:00", "4h", "Mon+1 12:00"], // 1 h on Friday, 3 h on Monday
    [office, "Sat 12:00", "1h", "Mon+1 10:00"],
    [office, "Mon 09:00", "2000h", "2027-02-12 17:00"], // 250 days: 50 weeks on
    [office, "Mon 12:00", "0s", "Mon 12:00"], // nothing, from an open instant (33)
    [office, "Mon 18:00", "0s", "Tue 09:00"], // and from a closed one
    [office, "Mon 17:00", "0s", "Tue 09:00"],
    [office, "Tue 10:00", "-1h", "Tue 09:00"], // backwards, on the opening where it is exact (35)
    [office, "Tue 10:00", "-2h", "Mon 16:00"],
    [office, "Tue 08:00", "-1h", "Mon 16:00"],
    [office, "Mon+1 09:00", "-8h", "Fri 09:00"],
    ["Thu 09:00-17:00", "2027-01-07 10:00", "-9h", "2026-12-31 09:00"], // over the end of the year
    ["Thu 09:00-17:00", "2026-12-31 16:00", "2h", "2027-01-07 10:00"],
  ])("%s from %s, %s more: %s", (hours, from, length, expected) => expect(added(hours, from, length)).toBe(expected));

  test("of nothing can be the same instant, even at closing time (33)", () => {
    const same = { hours: office, rules: { zero_time: "same instant" } } as const;
    expect(added(same, "Mon 17:00", "0s")).toBe("Mon 17:00");
    expect(added(same, "Sat 12:00", "0s")).toBe("Sat 12:00");
    expect(added(same, "Mon 17:00", "1s")).toBe("Tue 09:00:01");
  });

  test("is null where the calendar never opens again", () => {
    const once = { days: { "2026-03-02": "09:00-17:00" } };
    expect(added(once, "Mon 09:00", "8h")).toBe("Mon 17:00");
    expect(added(once, "Mon 09:00", "8h 1s")).toBeNull();
    expect(added(once, "Mon 09:00", "-1s")).toBeNull();
    expect(nextOpening(calendarFor(once), readTime("Mon 17:00", zoneNamed("UTC")))).toBeNull();
  });
});

describe("open", () => {
  test.each([
    ["Mon 08:59:59", false],
    ["Mon 09:00", true],
    ["Mon 16:59:59", true],
    ["Mon 17:00", false],
  ])("%s: %s (32)", (when, open) => {
    expect(isOpen(calendarFor(office), readTime(when, zoneNamed("UTC")))).toBe(open);
  });

  test("spans are clipped, and whole over the end of a year", () => {
    const always = calendarFor("every day 00:00-24:00");
    const within = { start: instant(1_798_675_200), end: instant(1_798_848_000) }; // 2026-12-31 and 2027-01-01
    expect(openSpans(always, within)).toEqual([within]);
  });

  test("before 1900 and after 2199 nothing is", () => {
    const always = calendarFor("every day 00:00-24:00");
    expect(isOpen(always, readTime("1899-12-31 12:00", zoneNamed("UTC")))).toBe(false);
    expect(isOpen(always, readTime("2200-01-01 12:00", zoneNamed("UTC")))).toBe(false);
    expect(added("every day 00:00-24:00", "2199-12-31 12:00", "12h")).toBe("2200-01-01 00:00");
    expect(added("every day 00:00-24:00", "2199-12-31 12:00", "13h")).toBeNull();
  });
});

/** Berlin, the night to Sunday 29 March 2026 skips 02:00-03:00, the one to Sunday 25 October says it twice. */
const berlin = (hours: string, rules: StoryCalendar["rules"] = {}): StoryCalendar => ({
  hours,
  zone: "Europe/Berlin",
  rules,
});

describe("clock changes", () => {
  test.each([
    ["every day 00:00-24:00", "2026-03-29", "23h"], // absolute seconds (25)
    ["every day 00:00-24:00", "2026-10-25", "25h"],
    ["every day 01:00-05:00", "2026-03-29", "3h"],
    ["every day 01:00-05:00", "2026-10-25", "5h"],
    ["every day 09:00-17:00", "2026-03-29", "8h"],
    ["every day 02:00-03:00", "2026-03-29", "0s"], // 02:00 is 03:00, 03:00 is 03:00: nothing
    ["every day 02:30-03:15", "2026-03-29", "0s"], // 02:30 is 03:30, after the end (23)
    ["every day 02:30-04:00", "2026-03-29", "30m"], // 03:30-04:00
    ["every day 01:30-02:30", "2026-03-29", "1h"], // 01:30-03:30
    ["every day 01:30-02:00", "2026-10-25", "30m"], // 02:00 is its first saying (24)
    ["every day 02:30-03:00", "2026-10-25", "1h 30m"], // the first 02:30 to 03:00
    ["every day 02:00-02:30", "2026-10-25", "30m"],
  ])("%s on %s: %s", (hours, day, expected) => {
    const next = { "2026-03-29": "2026-03-30", "2026-10-25": "2026-10-26" }[day] ?? "";
    expect(elapsed(berlin(hours), `${day} 00:00`, `${next} 00:00`)).toBe(expected);
  });

  test.each([
    ["clamped", "every day 02:30-04:00", "1h"], // 03:00-04:00 (23)
    ["clamped", "every day 01:30-02:30", "30m"], // 01:30-02:00
    ["shifted", "every day 01:30-02:30", "1h"],
  ] as const)("a boundary in the gap %s: %s", (clock_gap, hours, expected) => {
    expect(elapsed(berlin(hours, { clock_gap }), "2026-03-29 00:00", "2026-03-30 00:00")).toBe(expected);
  });

  test.each([
    ["first", "every day 02:30-03:00", "1h 30m"],
    ["last", "every day 02:30-03:00", "30m"], // the second 02:30 (24)
    ["last", "every day 01:30-02:00", "1h 30m"], // until the second 02:00
  ] as const)("a boundary said twice, %s: %s", (clock_twice, hours, expected) => {
    expect(elapsed(berlin(hours, { clock_twice }), "2026-10-25 00:00", "2026-10-26 00:00")).toBe(expected);
  });

  test("24 wall hours: a day of 25 hours counts 24, one of 23 takes an hour of the next (25)", () => {
    const wall = berlin("Sun 00:00-24:00", { all_day: "24 wall hours" });
    expect(elapsed(wall, "2026-10-25 00:00", "2026-10-26 12:00")).toBe("24h");
    expect(elapsed(wall, "2026-03-29 00:00", "2026-03-30 12:00")).toBe("24h");
    expect(
      elapsed(berlin("Sun 01:00-23:00", { all_day: "24 wall hours" }), "2026-10-25 00:00", "2026-10-26 00:00"),
    ).toBe("23h");
  });

  test("a due instant over a clock change", () => {
    expect(added(berlin("every day 00:00-24:00"), "2026-03-28 22:00", "8h")).toBe("2026-03-29 07:00");
    expect(added(berlin("every day 00:00-24:00"), "2026-10-24 22:00", "8h")).toBe("2026-10-25 05:00");
    expect(added(berlin("every day 09:00-17:00"), "2026-03-28 16:00", "2h")).toBe("2026-03-29 10:00");
  });

  test("a night shift over them", () => {
    expect(elapsed(berlin("Sat 22:00-06:00"), "2026-03-28 12:00", "2026-03-29 12:00")).toBe("7h");
    expect(elapsed(berlin("Sat 22:00-06:00"), "2026-10-24 12:00", "2026-10-25 12:00")).toBe("9h");
  });

  test("a pause that begins in the repeated hour knows which", () => {
    // 02:30 in summer time is 00:30Z, 02:30 in winter time 01:30Z
    expect(elapsed(berlin("every day 00:00-24:00"), "2026-10-25 00:30Z", "2026-10-25 01:30Z")).toBe("1h");
  });

  test("a zone that changes at midnight", () => {
    // Cairo, 24 April 2026: 00:00 is skipped and the day begins at 01:00
    expect(elapsed({ hours: "Fri 00:00-24:00", zone: "Africa/Cairo" }, "2026-04-23 12:00", "2026-04-25 12:00")).toBe(
      "23h",
    );
  });
});

describe("a date that does not exist (26)", () => {
  const samoa = (hours: string): StoryCalendar => ({ hours, zone: "Pacific/Apia" });

  test.each([
    ["every day 00:00-24:00", "72h"], // Thursday 29, Saturday 31, Sunday 1
    ["every day 09:00-17:00", "24h"],
    ["Fri 09:00-17:00", "0s"], // no phantom shift on Saturday
    ["Thu 22:00-06:00", "8h"], // runs on into Saturday morning
    ["Fri 22:00-06:00", "0s"],
  ])("%s: %s", (hours, expected) => {
    expect(elapsed(samoa(hours), "2011-12-29 00:00", "2012-01-02 00:00")).toBe(expected);
  });
});

describe("23:59 as the end of a day (27)", () => {
  test.each([
    ["midnight", "every day 00:00-23:59", "168h"],
    ["midnight", "every day 00:00-23:59:59", "168h"],
    ["as written", "every day 00:00-23:59", "167h 53m"], // a minute a day
    ["as written", "every day 00:00-23:59:59", "167h 59m 53s"],
    ["midnight", "every day 00:00-23:58", "167h 46m"],
  ] as const)("%s: %s", (end_2359, hours, expected) => {
    expect(elapsed({ hours, rules: { end_2359 } }, "Mon 00:00", "Mon+1 00:00")).toBe(expected);
  });
});
