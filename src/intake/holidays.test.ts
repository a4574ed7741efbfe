import { describe, expect, test } from "vitest";
import { dayOf, readDay, writeDay } from "../engine/time/civil.ts";
import { instant } from "../engine/time/instant.ts";
import { utc } from "../engine/time/zone.ts";
import { readZone } from "../wire/zones.ts";
import { countryDays } from "./country-days.ts";
import { compareHolidays, readGovUk, readHolidays, withoutDays } from "./holidays.ts";

const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
const read = (...events: string[]) => {
  const text = ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR", ""].join("\r\n");
  return readHolidays(
    { text, file: "h.ics", from: dayOf(2026, 1, 1), end: dayOf(2030, 1, 1), zone: utc, zoneOf: readZone },
    "set",
  );
};
const days = (...events: string[]) => read(...events).value.days.map(({ day, name }) => `${writeDay(day)} ${name}`);

describe("iCalendar", () => {
  test("a rule with its end, a day taken out, a day moved", () => {
    expect(
      days(
        event(
          "UID:1",
          "SUMMARY:Founders",
          "DTSTART;VALUE=DATE:20250301",
          "RRULE:FREQ=YEARLY;UNTIL=20290301",
          "EXDATE;VALUE=DATE:20270301",
        ),
        event("UID:1", "SUMMARY:Founders (moved)", "RECURRENCE-ID;VALUE=DATE:20280301", "DTSTART;VALUE=DATE:20280303"),
      ),
    ).toEqual(["2026-03-01 Founders", "2028-03-03 Founders (moved)", "2029-03-01 Founders"]);
  });

  test("the last Monday of August, and a day that several events name", () => {
    const rule = event(
      "UID:2",
      "SUMMARY:Summer",
      "DTSTART;VALUE=DATE:20260831",
      "RRULE:FREQ=YEARLY;BYMONTH=8;BYDAY=-1MO;COUNT=2",
    );
    expect(days(rule, event("UID:3", "SUMMARY:Same", "DTSTART;VALUE=DATE:20260831"))).toEqual([
      "2026-08-31 Summer",
      "2027-08-30 Summer",
    ]);
  });

  test("several days end before DTEND; without one it is a single day; cancelled ones are none", () => {
    expect(
      days(
        event("UID:4", "SUMMARY:Bridge", "DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"),
        event("UID:5", "SUMMARY:Off", "STATUS:CANCELLED", "DTSTART;VALUE=DATE:20260501"),
      ),
    ).toEqual(["2026-12-24 Bridge", "2026-12-25 Bridge", "2026-12-26 Bridge"]);
  });

  test("maintenance with times: a zone's wall time, UTC, and a zone of its own", () => {
    const { closures } = read(
      event(
        "UID:6",
        "SUMMARY:Patch",
        "DTSTART;TZID=Europe/London:20260705T020000",
        "DTEND;TZID=Europe/London:20260705T040000",
      ),
      event("UID:7", "SUMMARY:Move", "DTSTART:20260706T020000Z", "DURATION:PT90M"),
    ).value;
    const at = (iso: string) => instant(Date.parse(iso) / 1000);
    expect(closures).toEqual([
      { name: "Patch", start: at("2026-07-05T01:00:00Z"), end: at("2026-07-05T03:00:00Z") }, // British Summer Time
      { name: "Move", start: at("2026-07-06T02:00:00Z"), end: at("2026-07-06T03:30:00Z") },
    ]);
  });

  test("what is taken can be read, and what is no calendar says so", () => {
    const taken = read(
      event("UID:1", "SUMMARY:A", "DTSTART;VALUE=DATE:20250301", "RRULE:FREQ=YEARLY;COUNT=2"),
      event("UID:1", "SUMMARY:B", "RECURRENCE-ID;VALUE=DATE:20260301", "DTSTART;VALUE=DATE:20260302"),
    ).value.taken;
    expect(taken).toEqual(["2026-03-02 B (moved from 2026-03-01)"]);
    const none = readHolidays(
      { text: "hello", file: "x", from: dayOf(2026, 1, 1), end: dayOf(2027, 1, 1), zone: utc, zoneOf: () => null },
      "s",
    );
    expect(none.findings.map(({ code }) => code)).toEqual(["not-a-calendar"]);
  });

  test("a rule for every second is cut off with a finding", () => {
    const { findings } = read(event("UID:9", "SUMMARY:Tick", "DTSTART:20260101T000000Z", "RRULE:FREQ=SECONDLY"));
    expect(findings.map(({ code }) => code)).toEqual(["event-endless"]);
  });
});

test("GOV.UK: one division, and what is no date", () => {
  const text = JSON.stringify({
    wales: {
      events: [
        { title: "A", date: "2026-01-01" },
        { title: "B", date: "2026-02-30" },
      ],
    },
  });
  const { value, findings } = readGovUk(text, "wales", "gov");
  expect(value).toEqual([{ day: readDay("2026-01-01"), name: "A", open: [], set: "gov" }]);
  expect(findings.map(({ code }) => code)).toEqual(["no-such-date"]);
  expect(readGovUk(text, "scotland", "gov").findings.map(({ code }) => code)).toEqual(["not-a-calendar"]);
  expect(readGovUk("{", "wales", "gov").findings.length).toBe(1);
});

test("two sources are compared by day within the years; a person refuses days", () => {
  const day = (text: string) => ({ day: readDay(text) ?? dayOf(1, 1, 1), name: text, open: [], set: "s" });
  const a = [day("2025-12-31"), day("2026-01-01"), day("2026-05-01")];
  const b = [day("2026-01-01"), day("2026-05-04"), day("2027-01-01")];
  const difference = compareHolidays(a, b, { from: 2026, until: 2026 });
  expect([difference.onlyInA.map(({ name }) => name), difference.onlyInB.map(({ name }) => name)]).toEqual([
    ["2026-05-01"],
    ["2026-05-04"],
  ]);
  const left = withoutDays(a, [dayOf(2026, 5, 1), dayOf(2026, 5, 2)]);
  expect([left.value.map(({ name }) => name), left.findings.map(({ facts }) => facts.day)]).toEqual([
    ["2025-12-31", "2026-01-01"],
    ["2026-05-02"],
  ]);
});

describe("days of a country", () => {
  const ask = { kinds: ["public"] as const, set: "days", from: 2026, until: 2026 };

  test("regions differ: Scotland has 2 January, England has Easter Monday", () => {
    const england = countryDays({ ...ask, country: "GB", region: "ENG" }).days.map(({ day }) => writeDay(day));
    const scotland = countryDays({ ...ask, country: "GB", region: "SCT" }).days.map(({ day }) => writeDay(day));
    expect(england).toContain("2026-04-06");
    expect(scotland).not.toContain("2026-04-06");
    expect(scotland).toContain("2026-01-02");
  });

  test("the tables are named with their version; an unknown place is a finding", () => {
    expect(countryDays({ ...ask, country: "PL", region: null })).toMatchObject({
      tables: "date-holidays 3.37.0",
      findings: [],
    });
    expect(countryDays({ ...ask, country: "XX", region: null }).findings[0]?.code).toBe("unknown-country");
    expect(countryDays({ ...ask, country: "GB", region: "ZZ" }).findings[0]?.code).toBe("unknown-region");
  });
});
