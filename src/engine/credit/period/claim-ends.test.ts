import { describe, expect, test } from "vitest";
import type { Term } from "../../agreement/document/written.ts";
import { type Day, readDay, writeDay } from "../../time/civil.ts";
import { duration } from "../../time/instant.ts";
import { claimEnds } from "./claim-ends.ts";

const months = (count: number): Term => ({ kind: "months", count });
const days = (count: number): Term => ({ kind: "days", count });
const business = (count: number): Term => ({ kind: "business days", count });
const hours = (count: number): Term => ({ kind: "time", seconds: duration(count * 3600) });

describe("the last day to claim", () => {
  test.each<[string, Term, string, string]>([
    ["30 days after January: 1 February is the first", days(30), "2026-02-01", "2026-03-02"],
    ["30 days after January of a leap year", days(30), "2028-02-01", "2028-03-01"],
    ["one day", days(1), "2026-02-01", "2026-02-01"],
    ["a month after January is all of February", months(1), "2026-02-01", "2026-02-28"],
    ["of a leap year", months(1), "2028-02-01", "2028-02-29"],
    ["two months over the year's end", months(2), "2026-12-01", "2027-01-31"],
    ["72 hours", hours(72), "2026-02-01", "2026-02-03"],
    ["a begun day counts whole", hours(25), "2026-02-01", "2026-02-02"],
    ["five business days from Sunday 1 February", business(5), "2026-02-01", "2026-02-06"],
    ["six over the weekend", business(6), "2026-02-01", "2026-02-09"],
    ["five from Wednesday 1 April", business(5), "2026-04-01", "2026-04-07"],
    ["one from Saturday 1 August", business(1), "2026-08-01", "2026-08-03"],
  ])("%s", (_, within, until, last) => {
    expect(writeDay(claimEnds(within, readDay(until) as Day))).toBe(last);
  });
});
