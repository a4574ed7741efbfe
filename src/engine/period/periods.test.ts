import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PeriodTerms } from "../agreement/terms.ts";
import { at, day, from } from "../measure/fixture/story.ts";
import { instant } from "../time/instant.ts";
import { holds } from "../time/span.ts";
import { utc, type Zone } from "../time/zone.ts";
import { periodBefore, periodNamed, periodOf, periodsBetween } from "./periods.ts";

/** A zone one hour ahead, two from 29 March to 25 October 2026. */
const summer: Zone = {
  id: "Harbour/Town",
  version: "story",
  offset: 3600,
  transitions: [
    { at: at("2026-03-29 01:00"), offset: 7200 },
    { at: at("2026-10-25 01:00"), offset: 3600 },
  ],
};

const input = (terms: PeriodTerms, zone: Zone = utc) => ({ terms, zone, contractFrom: day("2024-02-29") });
const week: PeriodTerms = { kind: "week" };
const month: PeriodTerms = { kind: "month" };
const rolling: PeriodTerms = { kind: "rolling", count: 30, of: "days" };

describe("the period of an instant", () => {
  test.each<[PeriodTerms, string, string, string, string]>([
    [month, "2026-03-15 12:00", "2026-03", "2026-03-01", "2026-04-01"],
    [month, "2026-12-31 23:59:59", "2026-12", "2026-12-01", "2027-01-01"],
    [{ kind: "fixed", seconds: 2_592_000 }, "2026-03-15", "2026-03", "2026-03-01", "2026-04-01"],
    [week, "2026-04-01", "2026-W14", "2026-03-30", "2026-04-06"],
    [week, "2027-01-03", "2026-W53", "2026-12-28", "2027-01-04"],
    [week, "2024-12-30", "2025-W01", "2024-12-30", "2025-01-06"],
    [{ kind: "quarter" }, "2026-05-05", "2026-Q2", "2026-04-01", "2026-07-01"],
    [{ kind: "year" }, "2026-05-05", "2026", "2026-01-01", "2027-01-01"],
    [{ kind: "contract year" }, "2024-03-01", "contract-year-1", "2024-02-29", "2025-02-28"],
    [{ kind: "contract year" }, "2028-02-28 23:00", "contract-year-4", "2027-02-28", "2028-02-29"],
    [rolling, "2026-03-15", "2026-03-02..2026-03-31", "2026-03-02", "2026-04-01"],
    [{ kind: "rolling", count: 3, of: "months" }, "2026-03-15", "2026-01-01..2026-03-31", "2026-01-01", "2026-04-01"],
  ])("%o at %s is %s", (terms, when, id, start, end) => {
    expect(periodOf(input(terms), at(when))).toEqual({ id, ...from(start, end) });
    expect(periodNamed(input(terms), id)).toEqual({ id, ...from(start, end) });
  });

  test("a month in a zone begins and ends at its own midnights, one hour short in March", () =>
    expect(periodOf(input(month, summer), at("2026-03-15"))).toMatchObject(
      from("2026-02-28 23:00", "2026-03-31 22:00"),
    ));
});

test.each([
  [month, "2026-13"],
  [month, "2026-Q1"],
  [week, "2026-W54"],
  [week, "2025-W53"],
  [rolling, "2026-03-01..2026-03-31"],
  [{ kind: "quarter" }, "2026-Q5"],
] as const)("%o has no %s", (terms, id) => expect(periodNamed(input(terms), id)).toBeNull());

describe("periods one after the other", () => {
  test("every month that a span touches, whole", () =>
    expect(periodsBetween(input(month), from("2026-01-31", "2026-03-01 00:00:01")).map(({ id }) => id)).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
    ]));
  test("a span that ends at midnight does not touch the next", () =>
    expect(periodsBetween(input(month), from("2026-01-31", "2026-03-01")).map(({ id }) => id)).toEqual([
      "2026-01",
      "2026-02",
    ]));
  test("rolling periods follow each other month by month", () => {
    const march = periodOf(input(rolling), at("2026-03-15"));
    expect(periodBefore(input(rolling), march).id).toBe("2026-01-30..2026-02-28");
  });

  const kinds = fc.constantFrom<PeriodTerms>(
    week,
    month,
    { kind: "quarter" },
    { kind: "year" },
    { kind: "contract year" },
  );
  test("every instant lies in its period, which meets the one before it", () =>
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1_710_000_000, max: 2_000_000_000 }), (terms, seconds) => {
        const period = periodOf(input(terms, summer), instant(seconds));
        expect(holds(period, instant(seconds))).toBe(true);
        expect(periodBefore(input(terms, summer), period).end).toBe(period.start);
        expect(periodNamed(input(terms, summer), period.id)).toEqual(period);
      }),
    ));
});
