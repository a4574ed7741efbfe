import { describe, expect, test } from "vitest";
import type { CalendarTerms, Hours } from "../../src/engine/agreement/hours.ts";
import { usualCalendarRules } from "../../src/engine/agreement/rules.ts";
import { dayOf } from "../../src/engine/time/civil.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { utc, type Zone } from "../../src/engine/time/zone.ts";
import { addByWalk, elapsedByWalk } from "./second-walk.ts";

const at = (text: string): Instant => instant(Date.parse(text) / 1000);
const hours = (from: number, to: number): Hours => ({ from: from * 3600, to: to * 3600 });

/** Summer 2026 in a zone like Berlin's: an hour is skipped on 29 March and said twice on 25 October, at 01:00 UTC. */
const berlin: Zone = {
  id: "Test/Berlin",
  version: "none",
  offset: 3600,
  transitions: [
    { at: at("2026-03-29T01:00:00Z"), offset: 7200 },
    { at: at("2026-10-25T01:00:00Z"), offset: 3600 },
  ],
};

/** A zone that went over the date line: after Thursday 29 December 2011 came Saturday 31. */
const samoa: Zone = {
  id: "Test/Samoa",
  version: "none",
  offset: -36_000,
  transitions: [{ at: at("2011-12-30T10:00:00Z"), offset: 50_400 }],
};

const closed = { Mon: [], Tue: [], Wed: [], Thu: [], Fri: [], Sat: [], Sun: [] };

const terms = (parts: Partial<CalendarTerms>): CalendarTerms => ({
  id: "test",
  title: "test",
  zone: "test",
  week: closed,
  joins: [],
  holidays: [],
  closures: [],
  rules: usualCalendarRules,
  clause: null,
  ...parts,
});

const everyDay = (open: Hours): CalendarTerms["week"] => ({
  Mon: [open],
  Tue: [open],
  Wed: [open],
  Thu: [open],
  Fri: [open],
  Sat: [open],
  Sun: [open],
});

const hoursBetween = (calendar: CalendarTerms, zone: Zone, [from, to]: [string, string]): number =>
  elapsedByWalk(calendar, zone, { from: at(from), to: at(to) }) / 3600;

describe("the second walk counts", () => {
  test("opening hours, half-open", () => {
    const week = terms({ week: everyDay(hours(9, 17)) });
    // 08:00 to 18:00 holds the eight hours from 09:00 to 17:00
    expect(hoursBetween(week, utc, ["2026-06-01T08:00:00Z", "2026-06-01T18:00:00Z"])).toBe(8);
    expect(elapsedByWalk(week, utc, { from: at("2026-06-01T16:59:59Z"), to: at("2026-06-01T17:00:01Z") })).toBe(1);
    expect(hoursBetween(week, utc, ["2026-06-01T18:00:00Z", "2026-06-01T08:00:00Z"])).toBe(0);
  });

  test("overlapping hours of a day once", () => {
    const week = terms({ week: { ...closed, Mon: [hours(9, 13), hours(12, 15)] } });
    expect(hoursBetween(week, utc, ["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"])).toBe(6); // 09:00 to 15:00
  });

  test("a holiday closes the shift that starts that day, not yesterday's tail", () => {
    const tuesday = { day: dayOf(2026, 6, 2), name: "holiday", open: [], set: "days" };
    const holidays = [{ id: "days", country: [], yearly: [], dated: [tuesday], tables: null }];
    const night = terms({ week: everyDay(hours(22, 6)), holidays });
    // Monday's shift runs to Tuesday 06:00; Tuesday's does not start; Wednesday's two hours before midnight
    expect(hoursBetween(night, utc, ["2026-06-02T00:00:00Z", "2026-06-04T00:00:00Z"])).toBe(6 + 0 + 2);
  });

  test("of two sets the later, and in a set the day with a year", () => {
    const first = { day: dayOf(2026, 6, 1), name: "shut", open: [], set: "a" };
    const yearly = { month: 6, date: 1, name: "short", open: [hours(9, 10)] };
    const dated = { day: dayOf(2026, 6, 1), name: "shorter", open: [hours(9, 11)], set: "b" };
    const holidays = [
      { id: "a", country: [], yearly: [], dated: [first], tables: null },
      { id: "b", country: [], yearly: [yearly], dated: [dated], tables: null },
    ];
    const week = terms({ week: everyDay(hours(9, 17)), holidays });
    expect(hoursBetween(week, utc, ["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"])).toBe(2);
  });

  test("a closure cut out of the hours", () => {
    const closures = [{ name: "move", start: at("2026-06-01T10:00:00Z"), end: at("2026-06-01T11:00:00Z") }];
    const week = terms({ week: everyDay(hours(9, 17)), closures });
    expect(hoursBetween(week, utc, ["2026-06-01T00:00:00Z", "2026-06-02T00:00:00Z"])).toBe(8 - 1);
  });

  test("days of 23 and of 25 hours by the absolute clock", () => {
    const always = terms({ week: everyDay(hours(0, 24)) });
    expect(hoursBetween(always, berlin, ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"])).toBe(23);
    expect(hoursBetween(always, berlin, ["2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"])).toBe(25);
  });

  test("a boundary in the gap moves on by the gap, and the empty shift is dropped", () => {
    const inTheGap = terms({ week: everyDay(hours(2.5, 4)) });
    // 02:30 becomes 03:30 summer time, 04:00 stays
    expect(hoursBetween(inTheGap, berlin, ["2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"])).toBe(0.5);
    const swallowed = terms({ week: everyDay(hours(2.5, 3)) });
    expect(hoursBetween(swallowed, berlin, ["2026-03-29T00:00:00Z", "2026-03-29T12:00:00Z"])).toBe(0);
  });

  test("a boundary said twice is its first saying", () => {
    const early = terms({ week: everyDay(hours(2.5, 4)) });
    // from 02:30 summer time, 00:30 UTC, to 04:00 winter time, 03:00 UTC
    expect(hoursBetween(early, berlin, ["2026-10-25T00:00:00Z", "2026-10-25T12:00:00Z"])).toBe(2.5);
    const until = terms({ week: everyDay(hours(1, 2.5)) });
    expect(hoursBetween(until, berlin, ["2026-10-24T22:00:00Z", "2026-10-25T12:00:00Z"])).toBe(1.5);
  });

  test("no shift on a date that was skipped", () => {
    const week = terms({ week: everyDay(hours(9, 17)) });
    // 29 and 31 December by local dates: two shifts of eight hours in the 48 h from Thursday's midnight
    expect(hoursBetween(week, samoa, ["2011-12-29T10:00:00Z", "2011-12-31T10:00:00Z"])).toBe(16);
  });
});

describe("the second walk adds", () => {
  const week = terms({ week: { ...closed, Mon: [hours(9, 17)], Tue: [hours(9, 17)] } });
  test.each([
    ["eight hours land on the closing", "2026-06-01T09:00:00Z", 8 * 3600, "2026-06-01T17:00:00Z"],
    ["a second more is tomorrow's first", "2026-06-01T09:00:00Z", 8 * 3600 + 1, "2026-06-02T09:00:01Z"],
    ["nothing, from a closed instant", "2026-06-01T17:00:00Z", 0, "2026-06-02T09:00:00Z"],
    ["nothing, from an open one", "2026-06-01T09:00:00Z", 0, "2026-06-01T09:00:00Z"],
    ["backwards onto the opening", "2026-06-01T17:00:00Z", -8 * 3600, "2026-06-01T09:00:00Z"],
    ["backwards over the night", "2026-06-02T09:00:00Z", -3600, "2026-06-01T16:00:00Z"],
  ] as const)("%s", (_, from, seconds, to) => {
    expect(addByWalk(week, utc, { from: at(from), seconds, within: 200_000 })).toBe(at(to));
  });

  test("nothing where the walk is too short", () => {
    expect(addByWalk(week, utc, { from: at("2026-06-03T00:00:00Z"), seconds: 1, within: 3600 })).toBeNull();
  });
});

test("other rules are refused", () => {
  const clamped = terms({ rules: { ...usualCalendarRules, clock_gap: "clamped" } });
  expect(() =>
    elapsedByWalk(clamped, utc, { from: at("2026-06-01T00:00:00Z"), to: at("2026-06-01T00:00:00Z") }),
  ).toThrow();
});
