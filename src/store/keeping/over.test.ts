import { describe, expect, test } from "vitest";
import type { Day } from "../../engine/time/civil.ts";
import { readDay } from "../../engine/time/civil.ts";
import type { Instant } from "../../engine/time/instant.ts";
import { readZone } from "../../wire/zones.ts";
import { addMonths, endOfYearsOver } from "./over.ts";

const at = (text: string): Instant => (Date.parse(text) / 1000) as Instant;
const zone = readZone("Europe/London");

describe("what is over", () => {
  test.each([
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-01-31", -2, "2023-11-30"],
    ["2024-02-29", 12, "2025-02-28"],
  ])("%s and %d months: %s", (from, months, to) => {
    expect(addMonths(readDay(from) as Day, months)).toBe(readDay(to));
  });

  // The contract years begin on 1 April; kept for 24 months after their end.
  test.each([
    ["2026-03-31T22:59:59Z", null],
    ["2026-04-01T00:00:00Z", null],
    ["2027-03-31T22:59:59Z", null],
    ["2027-03-31T23:00:00Z", "2025-03-31T23:00:00Z"],
    ["2028-04-02T00:00:00Z", "2026-03-31T23:00:00Z"],
  ])("on %s the years until %s", (now, end) => {
    const over = zone && endOfYearsOver({ from: "2024-04-01", zone }, 24, at(now));
    expect(over).toBe(end === null ? null : at(end));
  });
});
