import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CalendarTerms } from "../../src/engine/agreement/hours.ts";
import { type Rules, usualRules } from "../../src/engine/agreement/rules.ts";
import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import type { ClockInput } from "../../src/engine/clock/clock-input.ts";
import { readClock } from "../../src/engine/clock/read-clock.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import { utc, type Zone } from "../../src/engine/time/zone.ts";
import { tries } from "../laws.ts";
import { inputOf, type StoryEvent } from "../support/clock-story.ts";
import { writeTime } from "../support/story-time.ts";
import { someCalendar, someHistory, somePlace, someRules } from "./clock-arbitraries.ts";
import { clockWalk, type Walk, type Walked, type WalkRules } from "./clock-walk.ts";
import { secondWalk } from "./second-walk.ts";

const targets = { P1: 3600, P2: 4 * 3600, P3: 9 * 3600 };
const endsAfter = { window: 2 * 3600 };

interface Trial {
  readonly zone: Zone;
  readonly start: Instant;
  readonly calendars: readonly [CalendarTerms, CalendarTerms];
  readonly history: readonly (readonly [number, string])[];
  readonly rules: readonly WalkRules[];
  readonly stops: "resolved" | "responded";
  /** Where in the history the clock is read, as a share of a thousand. */
  readonly asked: readonly number[];
}

const someTrial: fc.Arbitrary<Trial> = somePlace.chain(({ zone, start }) =>
  fc.record({
    zone: fc.constant(zone),
    start: fc.constant(start),
    calendars: fc.tuple(someCalendar(zone, start), someCalendar(zone, start)),
    history: someHistory,
    rules: fc.array(someRules, { minLength: 6, maxLength: 6 }),
    stops: fc.constantFrom("resolved", "resolved", "responded"),
    asked: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 2 }),
  }),
);

/** Whether a calendar is open, asked once a second and remembered: P1 has the first calendar, the others the second. */
function opening({ zone, start, calendars }: Trial): Walk["isOpen"] {
  const near: Zone = nearest(zone, start);
  const walks = calendars.map((terms) => ({ walk: secondWalk(terms, near), known: new Map<number, boolean>() }));
  return (row, at) => {
    const { walk, known } = walks[row === "P1" ? 0 : 1] as (typeof walks)[number];
    const open = known.get(at) ?? walk.isOpen(at as Instant);
    known.set(at, open);
    return open;
  };
}

/** The zone with its changes of these weeks alone, which is all that a walk of a few days asks for. */
function nearest(zone: Zone, start: Instant): Zone {
  const [first, last] = [start - 3_000_000, start + 6_000_000];
  const before = zone.transitions.findLast(({ at }) => at <= first);
  return {
    ...zone,
    offset: before?.offset ?? zone.offset,
    transitions: zone.transitions.filter(({ at }) => first < at && at < last),
  };
}

function inputFor({ zone, start, calendars, history, stops }: Trial): ClockInput {
  let at: number = start;
  const events: StoryEvent[] = [
    [stamp(start), "opened"],
    [stamp(start), "P3"],
  ];
  for (const [after, what] of history) {
    at += after;
    events.push([stamp(at), what]);
  }
  const input = inputOf({
    rows: { P1: "1h on first", P2: "4h on second", P3: "9h on second" },
    endsAfter: { window: "2h" },
    clock: { stops, pauses: ["client", "window"] },
    events,
  });
  const [first, second] = calendars;
  return {
    ...input,
    calendars: new Map([
      ["first", calendarOf({ ...first, id: "first" }, zone)],
      ["second", calendarOf({ ...second, id: "second" }, zone)],
    ]),
  };
}

const stamp = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ")}Z`;

function read(input: ClockInput, rules: WalkRules, at: Instant): Walked {
  const terms: Rules = { ...usualRules, ...rules };
  const reading = readClock({ ...input, level: { ...input.level, rules: terms } }, at);
  const { state, elapsed, due, missedAt, judgements } = reading;
  return {
    state,
    elapsed,
    due,
    missedAt,
    judged: judgements.map((each) => ({ at: each.at, inTime: each.inTime, reopened: each.reopened })),
  };
}

describe("the clock that is lived through second by second", () => {
  test("shows what the engine reads from the history", () => {
    fc.assert(
      fc.property(someTrial, (trial) => {
        const input = inputFor(trial);
        const isOpen = opening(trial);
        const length = (input.fact.events.at(-1)?.happened ?? trial.start) - trial.start + 20_000;
        for (const rules of trial.rules) {
          for (const share of trial.asked) {
            const at = instant(trial.start + Math.round((length * share) / 1000));
            const walk = {
              events: input.fact.events,
              rules,
              stops: trial.stops,
              pauses: ["client", "window"],
              endsAfter,
              targets,
              isOpen,
            };
            expect({ rules, at, ...read(input, rules, at) }).toEqual({ rules, at, ...clockWalk(walk, at) });
          }
        }
      }),
      { numRuns: tries(25) },
    );
  }, 60_000);
});
void utc;
void writeTime;
