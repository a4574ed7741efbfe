import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { someCalendar, somePlace } from "../../../scripts/oracle/clock-arbitraries.ts";
import { duration, type Instant, instant } from "../time/instant.ts";
import { totalOf } from "../time/span.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import { closedSpans } from "./closed-spans.ts";
import { commonCalendar } from "./common-calendar.ts";
import { addWorked, isOpen, nextOpening, openSpans, worked } from "./service-time.ts";

interface Places {
  readonly calendar: Calendar;
  readonly other: Calendar;
  readonly a: Instant;
  readonly m: Instant;
  readonly b: Instant;
}

/** Two calendars of one zone and three instants in order, within some days of a clock change. */
const somewhere: fc.Arbitrary<Places> = somePlace.chain(({ zone, start }) =>
  fc
    .record({
      one: someCalendar(zone, start),
      two: someCalendar(zone, start),
      at: fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -300_000, max: 600_000 }))),
    })
    .map(({ one, two, at }) => {
      const [a, m, b] = [...at].sort((x, y) => x - y).map((off) => instant(start + off));
      return { calendar: calendarOf(one, zone), other: calendarOf(two, zone), a, m, b } as Places;
    }),
);

const law = (holds: (places: Places) => void): void => fc.assert(fc.property(somewhere, holds), { numRuns: tries(60) });

describe("service time", () => {
  test("is never negative, and splitting a stretch never changes its total", () =>
    law(({ calendar, a, m, b }) => {
      expect(worked(calendar, a, m)).toBeGreaterThanOrEqual(0);
      expect(worked(calendar, a, m) + worked(calendar, m, b)).toBe(worked(calendar, a, b));
    }));

  test("is the length of the openings", () =>
    law(({ calendar, a, b }) => {
      if (a < b) expect(totalOf(openSpans(calendar, { start: a, end: b }))).toBe(worked(calendar, a, b));
    }));

  test("added is the earliest instant with that much of it; taken away, the latest", () =>
    law(({ calendar, a, b }) => {
      const seconds = worked(calendar, a, b);
      if (seconds === 0) return;
      const later = addWorked(calendar, a, seconds) as Instant;
      expect(worked(calendar, a, later)).toBe(seconds);
      expect(worked(calendar, a, instant(later - 1))).toBe(seconds - 1);
      const back = addWorked(calendar, b, duration(-seconds)) as Instant;
      expect(worked(calendar, back, b)).toBe(seconds);
      expect(worked(calendar, instant(back + 1), b)).toBe(seconds - 1);
    }));

  test("begins at the next opening", () =>
    law(({ calendar, a }) => {
      const next = nextOpening(calendar, a) as Instant;
      expect(next).toBe(addWorked(calendar, a, duration(0)));
      expect(isOpen(calendar, next)).toBe(true);
      expect(worked(calendar, a, next)).toBe(0);
    }));

  test("is cut where it is closed into stretches with a reason each, and no gap", () =>
    law(({ calendar, a }) => {
      const end = nextOpening(calendar, a) as Instant;
      if (a === end) return;
      const spans = closedSpans(calendar, { start: a, end });
      expect(spans[0]?.start).toBe(a);
      expect(spans.at(-1)?.end).toBe(end);
      expect(spans.slice(1).map((span) => span.start)).toEqual(spans.slice(0, -1).map((span) => span.end));
    }));
});

describe("two calendars", () => {
  const joined = (one: Calendar, two: Calendar): Calendar =>
    calendarOf({ ...one.terms, closures: [] }, one.zone, [one, two]);

  test("are open together where both are, joined where either is", () =>
    law(({ calendar, other, a, b }) => {
      const [both, either] = [commonCalendar(calendar, other), joined(calendar, other)];
      for (const at of [a, b]) {
        expect(isOpen(both, at)).toBe(isOpen(calendar, at) && isOpen(other, at));
        expect(isOpen(either, at)).toBe(isOpen(calendar, at) || isOpen(other, at));
      }
      expect(worked(both, a, b) + worked(either, a, b)).toBe(worked(calendar, a, b) + worked(other, a, b));
      expect(worked(both, a, b)).toBe(worked(commonCalendar(other, calendar), a, b));
    }));

  test("of which one is the other are that one", () =>
    law(({ calendar, a, b }) => {
      expect(worked(commonCalendar(calendar, calendar), a, b)).toBe(worked(calendar, a, b));
      expect(worked(joined(calendar, calendar), a, b)).toBe(worked(calendar, a, b));
    }));
});
