import { describe, expect, test } from "vitest";
import { dayOf } from "../engine/time/civil.ts";
import { type Instant, instant } from "../engine/time/instant.ts";
import { dayExists, instantOf, offsetAt, type Zone } from "../engine/time/zone.ts";
import { fingerprintOf, readZone, zoneVersion } from "./zones.ts";

const at = (text: string): Instant => instant(Date.parse(text) / 1000);

describe("a zone read from the runtime", () => {
  test.each([
    ["Europe/London", "2026-03-29T00:59:59Z", 0],
    ["Europe/London", "2026-03-29T01:00:00Z", 3600],
    ["Europe/London", "2026-10-25T00:59:59Z", 3600],
    ["Europe/London", "2026-10-25T01:00:00Z", 0],
    ["Europe/London", "1943-06-01T12:00:00Z", 7200], // double summer time
    ["Asia/Kolkata", "2026-01-01T00:00:00Z", 19_800],
    ["Asia/Kathmandu", "2026-01-01T00:00:00Z", 20_700],
    ["America/New_York", "2150-07-01T00:00:00Z", -14_400],
    ["UTC", "2026-01-01T00:00:00Z", 0],
  ])("%s at %s is %i seconds ahead", (id, when, offset) => {
    const zone = readZone(id);
    expect(zone && offsetAt(zone, at(when))).toBe(offset);
  });

  test("Samoa had no 30 December 2011", () => {
    const zone = readZone("Pacific/Apia");
    expect(zone && dayExists(zone, dayOf(2011, 12, 30))).toBe(false);
    expect(zone && dayExists(zone, dayOf(2011, 12, 31))).toBe(true);
  });

  test("a wall time in winter and in summer", () => {
    const zone = readZone("Europe/Warsaw");
    expect(zone && instantOf(zone, { day: dayOf(2026, 1, 15), second: 8 * 3600 })).toBe(at("2026-01-15T07:00:00Z"));
    expect(zone && instantOf(zone, { day: dayOf(2026, 7, 15), second: 8 * 3600 })).toBe(at("2026-07-15T06:00:00Z"));
  });

  test("it is kept and carries the version of its data", () => {
    expect(readZone("Europe/London")).toBe(readZone("Europe/London"));
    expect(readZone("Europe/London")?.version).toBe(zoneVersion());
  });

  test.each(["Europe/Londn", "europe/london", "+01:00", "", "constructor", "Europe/London[u-ca=iso8601]"])(
    "%j is no zone",
    (id) => expect(readZone(id)).toBeNull(),
  );
});

describe("the fingerprint of a zone", () => {
  const zone = readZone("Europe/London") as Zone;
  test("is the same for the same transitions, whatever the version of the data is called", () =>
    expect(fingerprintOf({ ...zone, version: "another" })).toBe(fingerprintOf(zone)));
  test("differs as soon as one transition does", () =>
    expect(fingerprintOf({ ...zone, transitions: zone.transitions.slice(1) })).not.toBe(fingerprintOf(zone)));
});
