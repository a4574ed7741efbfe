import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { factOf } from "../../../scripts/soak/histories.ts";
import { levels } from "../../../scripts/soak/levels.ts";
import { countsOfBoth, someGround } from "../../../scripts/soak/same-counts.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { worked } from "../calendar/service-time.ts";
import { contract } from "../measure/fixture/story.ts";
import { instant } from "../time/instant.ts";
import { canBatch } from "./can-batch.ts";
import { compileColumns } from "./columns.ts";
import { compiledCalendar } from "./compiled-calendar.ts";
import { evaluateByRecord, evaluateColumns } from "./evaluate-columns.ts";
import { addElapsed, instantAfter, never, serviceTable, workedAt, workedOver } from "./service-table.ts";

test("columns count what the plain engine counts, for every level and period, by shapes and record by record", () => {
  expect(levels.every((each) => canBatch(each, contract))).toBe(true);
  fc.assert(
    fc.property(someGround(8), (ground) => {
      const { plain, columns } = countsOfBoth(ground);
      expect(columns).toEqual(plain);
    }),
    { numRuns: tries(100) },
  );
});

const day = 86_400;

test("more records of one shape than a block holds are counted as they are record by record", () =>
  fc.assert(
    fc.property(someGround(2), fc.integer({ min: 1, max: 500 }), ({ one, two, place, courses }, apart) => {
      const calendars = new Map([one, two].map((terms, i) => [i === 0 ? "one" : "two", calendarOf(terms, place.zone)]));
      const facts = Array.from({ length: 1300 }, (_, i) =>
        factOf(courses[i % 2] as (typeof courses)[number], i, place.start + i * apart),
      );
      const periods = [0, 2, 4, 6].map((from) => ({
        start: instant(place.start + from * day),
        end: instant(place.start + (from + 2) * day),
      }));
      const columns = compileColumns(facts, ["priority", "team"]);
      const input = { levels, periods, calendars, knownUntil: instant(place.start + 7 * day) };
      expect(evaluateColumns(columns, input)).toEqual(evaluateByRecord(columns, input));
    }),
    { numRuns: tries(20) },
  ));

const somewhere = fc.integer({ min: 0, max: 9 * day });

test("a compiled calendar shows the service seconds of the calendar itself", () =>
  fc.assert(
    fc.property(someGround(1), fc.array(somewhere, { minLength: 40, maxLength: 40 }), (of, offs) => {
      const { zone, start } = of.place;
      const calendar = calendarOf(of.one, zone);
      const compiled = compiledCalendar(calendar, { start, end: instant(start + 9 * day) });
      for (const off of offs)
        expect(compiled.elapsed(start, start + off)).toBe(worked(calendar, start, instant(start + off)));
    }),
    { numRuns: tries(60) },
  ));

test("calendars in one table show the service seconds of each, one by one and in bulk", () =>
  fc.assert(
    fc.property(someGround(1), fc.array(somewhere, { minLength: 40, maxLength: 40 }), (of, offs) => {
      const { zone, start } = of.place;
      const calendars = [of.one, of.two].map((terms) => calendarOf(terms, zone));
      const table = serviceTable(calendars, { start, end: instant(start + 9 * day + 1) });
      for (const [index, calendar] of calendars.entries()) {
        const expected = offs.map((off) => worked(calendar, start, instant(start + off)));
        const into = new Int32Array(offs.length);
        workedOver(table, { calendar: index, count: offs.length }, { from: Int32Array.from(offs), into });
        expect(offs.map((off) => workedAt(table, index, off))).toEqual(expected);
        expect([...into]).toEqual(expected);
        const sums = new Int32Array(20).fill(1);
        addElapsed(table, index, { times: Int32Array.from(offs), first: 0, count: 20, into: sums, at: 0 });
        expect([...sums]).toEqual(
          offs.slice(0, 20).map((_, i) => 1 + (expected[20 + i] as number) - (expected[i] as number)),
        );
      }
    }),
    { numRuns: tries(60) },
  ));

test("the first second after so many is where the calendar shows one more", () =>
  fc.assert(
    fc.property(someGround(1), somewhere, fc.integer({ min: 0, max: 200_000 }), (of, from, left) => {
      const { zone, start } = of.place;
      const table = serviceTable([calendarOf(of.one, zone)], { start, end: instant(start + 9 * day + 1) });
      const total = workedAt(table, 0, from) + left;
      const at = instantAfter(table, 0, { total, from });
      if (at === never) expect(workedAt(table, 0, 9 * day)).toBeLessThanOrEqual(total + 1);
      else expect([workedAt(table, 0, at), workedAt(table, 0, at + 1)]).toEqual([total, total + 1]);
    }),
    { numRuns: tries(60) },
  ));
