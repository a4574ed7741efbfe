import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../../scripts/laws.ts";
import { factOf } from "../../../../scripts/soak/histories.ts";
import { levels } from "../../../../scripts/soak/levels.ts";
import { someGround } from "../../../../scripts/soak/same-counts.ts";
import { calendarOf } from "../../calendar/calendar.ts";
import { readClock } from "../../clock/read-clock.ts";
import { contract } from "../../measure/fixture/story.ts";
import type { Fact, RecordEvent } from "../../record/record.ts";
import { instant } from "../../time/instant.ts";
import { compileColumns } from "../columns.ts";
import { livePlan } from "./live-plan.ts";
import { liveReading } from "./live-reading.ts";
import { nextLate, openRecord, takeEvent } from "./live-record.ts";

const day = 86_400;

test("after every event each clock shows what the plain engine reads, and knows when it will be late", () => {
  let [read, odd] = [0, 0];
  fc.assert(
    fc.property(someGround(3), fc.integer({ min: 1, max: 40_000 }), ({ place, one, two, courses }, later) => {
      const calendars = new Map([
        ["one", calendarOf(one, place.zone)],
        ["two", calendarOf(two, place.zone)],
      ]);
      const span = { start: instant(place.start - 40 * day), end: instant(place.start + 60 * day) };
      const plan = livePlan(levels, { calendars, span });
      if (plan === null) throw new Error("the levels of the law are too many");
      for (const [index, course] of courses.entries()) {
        const fact = factOf(course, index, place.start);
        const [first, ...events] = fact.events as [RecordEvent, ...RecordEvent[]];
        const record = openRecord(plan, first.happened);
        for (const [at, event] of events.entries()) {
          const known: Fact = { ...fact, events: [first, ...events.slice(0, at + 1)] };
          const isTaken = takeEvent(plan, record, event);
          expect(isTaken).toBe(compileColumns([known], []).plainOnly.length === 0);
          if (!isTaken) {
            odd += 1;
            break;
          }
          for (const after of [1, later]) {
            const now = instant(event.happened + after);
            read += 1;
            const live = levels.map((_, clock) => liveReading(plan, record, { clock, at: now }));
            expect(live).toEqual(levels.map((level) => shownBy(level, { known, calendars, now })));
          }
          const late = nextLate(record);
          if (late > span.end - 30 * day) continue;
          const missed = (now: number) =>
            levels.filter(
              (level) =>
                shownBy(level, { known, calendars, now: instant(Math.max(now, event.happened + 1)) }).missedAt !== null,
            ).length;
          if (late > event.happened) expect(missed(late)).toBe(missed(event.happened + 1));
          expect(missed(late + 1)).toBeGreaterThan(late > event.happened ? missed(late) : 0);
        }
      }
    }),
    { numRuns: tries(60) },
  );
  expect(read).toBeGreaterThan(odd);
});

/** The plain reading, which goes on to name the due instant once the target is used up. */
function shownBy(
  level: (typeof levels)[number],
  {
    known,
    calendars,
    now,
  }: { known: Fact; calendars: ReadonlyMap<string, ReturnType<typeof calendarOf>>; now: number },
) {
  const input = { level, within: null, contract, calendars, fact: known, relief: [] };
  const { state, started, stopped, elapsed, target, row, due, missedAt } = readClock(input, instant(now));
  const isDue = state === "running" && target !== null && elapsed < target;
  return { state, started, stopped, elapsed, target, row, due: isDue ? due : null, missedAt };
}
