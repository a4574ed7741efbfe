import { describe, expect, test } from "vitest";
import { calendarFor, zoneNamed } from "../../../scripts/support/story-calendar.ts";
import { readTime, secondOf, writeTime } from "../../../scripts/support/story-time.ts";
import type { WindowTerms } from "../agreement/terms.ts";
import { readDay, writeDay } from "../time/civil.ts";
import { fallsOn, isBusinessDay, windowSpans } from "./maintenance.ts";

const office = calendarFor({ hours: "Mon-Fri 09:00-17:00", days: { "2026-04-03": "none", "2026-04-06": "none" } });

const window = (every: WindowTerms["every"], on: string, hours = "01:00-04:00"): WindowTerms => {
  const [from, to] = hours.split("-").map(secondOf);
  return {
    id: "window",
    title: "window",
    every,
    on,
    from: from ?? 0,
    to: to ?? 0,
    services: [],
    zone: "UTC",
  } as WindowTerms;
};

const days = (every: WindowTerms["every"], on: string, from: string, to: string): string[] => {
  const found: string[] = [];
  for (let day = readDay(from) ?? 0; day <= (readDay(to) ?? 0); day += 1) {
    if (fallsOn({ every, on }, office, day as never)) found.push(writeDay(day as never));
  }
  return found;
};

describe("days of maintenance windows", () => {
  test.each([
    ["week", "Wednesday", "2026-04-01", "2026-04-14", ["2026-04-01", "2026-04-08"]],
    ["month", "2nd Sunday", "2026-04-01", "2026-05-31", ["2026-04-12", "2026-05-10"]],
    ["month", "last Friday", "2026-04-01", "2026-05-31", ["2026-04-24", "2026-05-29"]],
    // Good Friday and Easter Monday are off: 1, 2, 7, 8, 9, 10, 13, 14
    ["month", "8th business day", "2026-04-01", "2026-04-30", ["2026-04-14"]],
    ["month", "1st business day", "2026-05-01", "2026-05-31", ["2026-05-01"]],
    ["month", "last business day", "2026-05-01", "2026-05-31", ["2026-05-29"]],
    ["month", "15", "2026-04-01", "2026-05-31", ["2026-04-15", "2026-05-15"]],
    ["month", "31", "2026-04-01", "2026-05-31", ["2026-04-30", "2026-05-31"]], // the last day where there is none
    ["month", "last day", "2026-02-01", "2026-02-28", ["2026-02-28"]],
    ["quarter", "1st Sunday", "2026-01-01", "2026-12-31", ["2026-01-04", "2026-04-05", "2026-07-05", "2026-10-04"]],
    ["quarter", "last Saturday", "2026-01-01", "2026-06-30", ["2026-03-28", "2026-06-27"]],
    ["year", "15 October", "2026-01-01", "2027-12-31", ["2026-10-15", "2027-10-15"]],
    ["year", "29 February", "2026-01-01", "2028-12-31", ["2028-02-29"]],
    ["year", "1st Sunday", "2026-01-01", "2027-12-31", ["2026-01-04", "2027-01-03"]],
    ["month", "Wednesday", "2026-04-01", "2026-04-30", []], // which one is not said
    ["month", "5th Sunday", "2026-04-01", "2026-05-31", ["2026-05-31"]],
  ] as const)("every %s on %s, %s to %s", (every, on, from, to, expected) => {
    expect(days(every, on, from, to)).toEqual(expected);
  });

  test("business days need a calendar", () => {
    expect(fallsOn({ every: "month", on: "1st business day" }, null, readDay("2026-04-01") ?? (0 as never))).toBe(
      false,
    );
  });
});

describe("spans of maintenance windows", () => {
  const spans = (terms: WindowTerms, zone: string, from: string, to: string): string[] => {
    const within = { start: readTime(from, zoneNamed(zone)), end: readTime(to, zoneNamed(zone)) };
    return windowSpans(terms, { zone: zoneNamed(zone), calendar: office }, within).map(
      ({ start, end }) => `${writeTime(start, zoneNamed(zone))} - ${writeTime(end, zoneNamed(zone))}`,
    );
  };

  test("run past midnight", () => {
    expect(spans(window("week", "Saturday", "22:00-04:00"), "UTC", "Mon 00:00", "Mon+1 00:00")).toEqual([
      "Sat 22:00 - Sun 04:00",
    ]);
  });

  test("are clipped to the span asked for, also where they began before it", () => {
    const saturday = window("week", "Saturday", "22:00-04:00");
    expect(spans(saturday, "UTC", "Sun 00:00", "Sun 02:00")).toEqual(["Sun 00:00 - Sun 02:00"]);
    expect(spans(saturday, "UTC", "Sun 04:00", "Mon+1 00:00")).toEqual([]);
  });

  test("keep the wall clock over a clock change", () => {
    expect(spans(window("week", "Sunday"), "Europe/Berlin", "2026-03-28 00:00", "2026-03-30 00:00")).toEqual([
      "2026-03-29 01:00 - 2026-03-29 04:00", // two hours long
    ]);
  });

  test("are not held on a date that the zone skipped (26)", () => {
    expect(spans(window("week", "Friday"), "Pacific/Apia", "2011-12-29 00:00", "2012-01-02 00:00")).toEqual([]);
  });
});

describe("business days", () => {
  test.each([
    ["2026-04-02", true],
    ["2026-04-03", false], // a holiday
    ["2026-04-04", false], // a Saturday
  ])("%s: %s", (day, expected) => expect(isBusinessDay(office, readDay(day) ?? (0 as never))).toBe(expected));

  test("of joined calendars are those of either", () => {
    const saturdays = calendarFor({ hours: "Sat 10:00-12:00" });
    const joined = calendarFor({ joins: [office, saturdays] });
    expect(isBusinessDay(joined, readDay("2026-04-04") ?? (0 as never))).toBe(true);
    expect(isBusinessDay(joined, readDay("2026-04-05") ?? (0 as never))).toBe(false);
  });
});
