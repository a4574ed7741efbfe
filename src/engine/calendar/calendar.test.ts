import { describe, expect, test } from "vitest";
import { termsFor, zoneNamed } from "../../../scripts/support/story-calendar.ts";
import { readTime } from "../../../scripts/support/story-time.ts";
import { makeCalendars } from "./calendar.ts";
import { worked } from "./service-time.ts";

const utc = zoneNamed("UTC");
const zones = new Map([["UTC", utc]]);

describe("the calendars of a contract", () => {
  const day = termsFor({ hours: "Mon-Fri 09:00-17:00", id: "day" });
  const late = termsFor({ hours: "Mon-Fri 16:00-20:00", id: "late" });
  const joined = { ...termsFor({ id: "joined" }), joins: ["day", "late"] };

  test("find the calendars they join, whatever their order", () => {
    const calendars = makeCalendars({ joined, late, day }, zones);
    expect([...calendars.keys()].sort()).toEqual(["day", "joined", "late"]);
    const whole = calendars.get("joined");
    expect(whole && worked(whole, readTime("Mon 00:00", utc), readTime("Tue 00:00", utc))).toBe(11 * 3600); // 09:00 to 20:00
  });

  test("each keeps the version of its zone's data (39)", () => {
    expect(makeCalendars({ day }, zones).get("day")?.zone.version).toBe(utc.version);
    expect(utc.version).toMatch(/\S/);
  });

  test.each([
    ["a circle", { joined: { ...joined, joins: ["joined"] } }],
    ["a member that does not exist", { joined }],
    ["a zone that was not given", { day: { ...day, zone: "Europe/Oslo" } }],
  ])("%s is a fault, since the check refuses it", (_, terms) => {
    expect(() => makeCalendars(terms as never, zones)).toThrow();
  });
});
