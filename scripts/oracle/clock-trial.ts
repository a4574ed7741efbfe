import fc from "fast-check";
import type { CalendarTerms } from "../../src/engine/agreement/hours.ts";
import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import type { ClockInput } from "../../src/engine/clock/clock-input.ts";
import type { Instant } from "../../src/engine/time/instant.ts";
import type { Span } from "../../src/engine/time/span.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { inputOf, type StoryEvent } from "../support/clock-story.ts";
import { someCalendar, someHistory, somePlace, someRelief, someRules } from "./clock-arbitraries.ts";
import type { WalkRules } from "./clock-walk.ts";

/** Seconds allowed to each priority; P1 has a calendar of its own. */
export const targets = { P1: 3600, P2: 4 * 3600, P3: 9 * 3600 };
/** A wait for the window ends by itself after so many seconds of service time. */
export const endsAfter = { window: 2 * 3600 };
export const pauses: readonly string[] = ["client", "window"];

/** A record near a clock change, its two calendars, and the terms by which it is read. */
export interface Trial {
  readonly zone: Zone;
  readonly start: Instant;
  readonly calendars: readonly [CalendarTerms, CalendarTerms];
  readonly history: readonly (readonly [number, string])[];
  readonly rules: readonly WalkRules[];
  readonly stops: "resolved" | "responded";
  readonly relief: readonly Span[];
  /** Where in the history the clock is read, as a share of a thousand. */
  readonly asked: readonly number[];
}

export const someTrial: fc.Arbitrary<Trial> = somePlace.chain(({ zone, start }) =>
  fc.record({
    zone: fc.constant(zone),
    start: fc.constant(start),
    calendars: fc.tuple(someCalendar(zone, start), someCalendar(zone, start)),
    history: someHistory,
    rules: fc.array(someRules, { minLength: 6, maxLength: 6 }),
    stops: fc.constantFrom("resolved", "resolved", "responded"),
    relief: someRelief(start),
    asked: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 2 }),
  }),
);

/** What the engine reads a trial's clock from, by the usual terms. */
export function inputFor({ zone, start, calendars, history, stops, relief }: Trial): ClockInput {
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
    relief,
    calendars: new Map([
      ["first", calendarOf({ ...first, id: "first" }, zone)],
      ["second", calendarOf({ ...second, id: "second" }, zone)],
    ]),
  };
}

const stamp = (at: number): string => `${new Date(at * 1000).toISOString().slice(0, 19).replace("T", " ")}Z`;
