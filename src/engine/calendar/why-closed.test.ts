import { describe, expect, test } from "vitest";
import { calendarFor, type StoryCalendar, zoneNamed } from "../../../scripts/support/story-calendar.ts";
import { readTime, writeTime } from "../../../scripts/support/story-time.ts";
import { closedSpans } from "./closed-spans.ts";
import { commonCalendar } from "./common-calendar.ts";
import { whyClosed } from "./why-closed.ts";

const utc = zoneNamed("UTC");

const why = (calendar: StoryCalendar, when: string): string | null => {
  const closed = whyClosed(calendarFor(calendar), readTime(when, utc));
  return closed && (closed.kind === "hours" ? "hours" : closed.name);
};

const office = { hours: "Mon-Fri 09:00-17:00", days: { "2026-03-03": "none", "2026-03-04": "09:00-12:00" } };

describe("why a calendar is closed", () => {
  test.each([
    ["Mon 10:00", null],
    ["Mon 18:00", "hours"],
    ["Sat 10:00", "hours"],
    ["Tue 10:00", "2026-03-03 none"],
    ["Wed 14:00", "2026-03-04 09:00-12:00"],
    ["Wed 10:00", null],
  ])("%s: %s", (when, expected) => expect(why(office, when)).toBe(expected));

  test("a closure comes first", () => {
    expect(why({ ...office, closures: { move: "Mon 10:00 / Tue 12:00" } }, "Tue 10:00")).toBe("move");
  });

  const nights = { hours: "Mon-Fri 22:00-06:00", days: { "2026-03-03": "none" } };

  test.each([
    ["Tue 03:00", null], // Monday's shift
    ["Tue 23:00", "2026-03-03 none"],
    ["Wed 03:00", "2026-03-03 none"], // the morning that Tuesday's shift would have had
    ["Wed 07:00", "hours"],
  ])("a night off: %s: %s", (when, expected) => expect(why(nights, when)).toBe(expected));

  test("split at midnight the morning is that of the next day", () => {
    const split = { ...nights, rules: { shift_belongs_to: "each day" } } as const;
    expect(why(split, "Tue 03:00")).toBe("2026-03-03 none");
    expect(why(split, "Wed 03:00")).toBeNull();
  });

  test("where night and day are both off, the reason is that of whoever owns the hour", () => {
    const both = { ...nights, days: { "2026-03-02": "none", "2026-03-03": "none" } };
    expect(why(both, "Tue 03:00")).toBe("2026-03-02 none");
    expect(why({ ...both, rules: { shift_belongs_to: "each day" } }, "Tue 03:00")).toBe("2026-03-03 none");
  });

  test("of joined calendars the first says why, but for a closure of their own", () => {
    const joins = [calendarFor(office), calendarFor({ hours: "Mon-Fri 20:00-22:00" })];
    expect(why({ joins }, "Tue 10:00")).toBe("2026-03-03 none");
    expect(why({ joins, closures: { move: "Mon 10:00 / Mon 11:00" } }, "Mon 10:30")).toBe("move");
  });

  test("of two that must both be open, the first that is closed", () => {
    const site = calendarFor({ hours: "every day 00:00-24:00", days: { "2026-03-02": "none" } });
    const both = commonCalendar(calendarFor(office), site);
    expect(whyClosed(both, readTime("Mon 10:00", utc))).toMatchObject({ kind: "holiday", name: "2026-03-02 none" });
    expect(whyClosed(both, readTime("Mon 18:00", utc))).toMatchObject({ kind: "hours" });
    expect(whyClosed(both, readTime("Thu 10:00", utc))).toBeNull();
  });
});

describe("a closed stretch", () => {
  const cut = (calendar: StoryCalendar, from: string, to: string): string[] =>
    closedSpans(calendarFor(calendar), { start: readTime(from, utc), end: readTime(to, utc) }).map(
      ({ start, end, why: { kind } }) => `${writeTime(start, utc)} - ${writeTime(end, utc)} ${kind}`,
    );

  test("is cut where its reason changes", () => {
    expect(cut(office, "Mon 17:00", "Wed 09:00")).toEqual([
      "Mon 17:00 - Tue 00:00 hours",
      "Tue 00:00 - Wed 00:00 holiday",
      "Wed 00:00 - Wed 09:00 holiday", // the half day, before it opens
    ]);
    expect(cut(office, "Fri 17:00", "Mon+1 09:00")).toEqual(["Fri 17:00 - Mon+1 09:00 hours"]);
  });

  test("is cut at closures and where a night off ends", () => {
    const nights = {
      hours: "Mon-Fri 22:00-06:00",
      days: { "2026-03-03": "none" },
      closures: { move: "Wed 08:00 / Wed 10:00" },
    };
    expect(cut(nights, "Tue 06:00", "Wed 22:00")).toEqual([
      "Tue 06:00 - Wed 06:00 holiday",
      "Wed 06:00 - Wed 08:00 hours",
      "Wed 08:00 - Wed 10:00 closure",
      "Wed 10:00 - Wed 22:00 hours",
    ]);
  });
});
