import { describe, expect, test } from "vitest";
import { dayOf } from "../src/engine/time/civil.ts";
import { at, dayFirst, stamp, when, zulu } from "./london.ts";
import { after, always, isDayOff, officeHours, supportHours } from "./working-hours.ts";

describe("time in London", () => {
  test.each([
    ["2025-01-15 09:30", "2025-01-15T09:30:00Z"],
    ["2025-07-15 09:30", "2025-07-15T08:30:00Z"],
    // the clock goes forward on 30 March and back on 26 October 2025
    ["2025-03-30 00:59", "2025-03-30T00:59:00Z"],
    ["2025-03-30 02:00", "2025-03-30T01:00:00Z"],
    ["2025-10-26 00:30", "2025-10-25T23:30:00Z"],
    ["2025-10-26 01:30", "2025-10-26T00:30:00Z"],
    ["2025-10-26 02:30", "2025-10-26T02:30:00Z"],
  ])("%s is %s", (wall, instant) => {
    expect(zulu(when(wall))).toBe(instant);
    expect(stamp(when(wall))).toBe(`${wall}:00`);
  });

  test("the day can stand first", () => {
    expect(dayFirst(at(dayOf(2025, 8, 12), 10, 14))).toBe("12/08/2025 10:14:00");
  });
});

describe("working hours", () => {
  test.each([
    // Friday 17:00, four hours: one on Friday, three on Monday from eight
    [officeHours, "2025-02-07 17:00", 4, "2025-02-10 11:00"],
    // Christmas Eve is over at twelve, and work goes on on Monday the 29th
    [officeHours, "2025-12-24 11:00", 3, "2025-12-29 10:00"],
    // Saturday has support from nine to one
    [supportHours, "2025-02-07 20:00", 2, "2025-02-08 10:00"],
    [supportHours, "2025-02-09 12:00", 1, "2025-02-10 08:00"],
    [always, "2025-02-09 12:00", 5, "2025-02-09 17:00"],
  ])("row %#", (hours, from, count, expected) => {
    expect(stamp(after(hours, when(from), count * 3600))).toBe(`${expected}:00`);
  });

  test("offices are closed on weekends, bank holidays and the staff day", () => {
    const closed = [dayOf(2025, 2, 8), dayOf(2025, 4, 18), dayOf(2025, 6, 20), dayOf(2026, 1, 1)];
    expect(closed.map(isDayOff)).toEqual([true, true, true, true]);
    expect(isDayOff(dayOf(2025, 2, 7))).toBe(false);
  });
});
