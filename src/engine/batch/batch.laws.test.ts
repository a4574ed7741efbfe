import fc from "fast-check";
import { expect, test } from "vitest";
import { tries } from "../../../scripts/laws.ts";
import { someCalendar, somePlace } from "../../../scripts/oracle/clock-arbitraries.ts";
import type { CalendarTerms } from "../agreement/hours.ts";
import type { ClockTerms, LevelTerms } from "../agreement/terms.ts";
import { calendarOf } from "../calendar/calendar.ts";
import { worked } from "../calendar/service-time.ts";
import { clockReader } from "../measure/clock-reader.ts";
import { contract, plainLevel, story } from "../measure/fixture/story.ts";
import { measure } from "../measure/measure.ts";
import type { Change, Fact, State } from "../record/record.ts";
import { type Duration, type Instant, instant } from "../time/instant.ts";
import type { Span } from "../time/span.ts";
import { canBatch } from "./can-batch.ts";
import { compileColumns } from "./columns.ts";
import { compiledCalendar } from "./compiled-calendar.ts";
import { evaluateColumns } from "./evaluate-columns.ts";

const state = (kind: string): Change => ({ kind: "state", state: { kind } as State });
const waits = (reason: string): Change => ({ kind: "state", state: { kind: "waiting", reason } });
const moment = (name: string): Change => ({ kind: "moment", moment: name });
const sets = (field: string, value: string | null): Change => ({ kind: "field", field, value });

const changes: readonly Change[] = [
  { kind: "state", state: { kind: "open", name: "in progress" } },
  { kind: "state", state: { kind: "open", name: "new" } },
  waits("client"),
  waits("client"),
  waits("vendor"),
  { kind: "state", state: { kind: "merged", into: null } },
  ...["resolved", "resolved", "closed", "cancelled", "unknown"].map(state),
  ...["responded", "resolved", "closed", "reopened"].map(moment),
  { kind: "message", by: "supplier", open: true },
  { kind: "message", by: "client", open: true },
  ...["P1", "P2", "P3", "P9", null].map((value) => sets("priority", value)),
  ...["mail", "desk", null].map((value) => sets("team", value)),
];

interface Course {
  readonly opened: number;
  readonly priority: string | null;
  readonly steps: readonly (readonly [number, Change])[];
}

/** Ten minutes and their multiples meet targets to the second. */
const tenths = fc.integer({ min: 1, max: 12 }).map((count) => count * 600);
const gap = fc.oneof(fc.constant(0), tenths, fc.integer({ min: 1, max: 50_000 }));

const someCourse: fc.Arbitrary<Course> = fc.record({
  opened: fc.integer({ min: 0, max: 200_000 }),
  priority: fc.constantFrom("P1", "P2", "P3", "P9", null),
  steps: fc.array(fc.tuple(gap, fc.constantFrom(...changes)), { maxLength: 10 }),
});

function factOf({ opened, priority, steps }: Course, index: number, from: number): Fact {
  let at = from + opened;
  const first = [moment("opened"), ...(priority === null ? [] : [sets("priority", priority)])];
  const lines: [number, Change][] = first.map((change) => [at, change]);
  for (const [seconds, change] of steps) {
    at += seconds;
    lines.push([at, change]);
  }
  const events = lines.map(([when, change], sequence) => ({
    happened: instant(when),
    learned: instant(when),
    sequence,
    source: { file: "law", row: sequence },
    change,
  }));
  return { id: `R${index}`, kind: "incidents", tool: "logbook", events };
}

const row = (minutes: number, calendar: string) =>
  ({ within: { kind: "time", seconds: (minutes * 60) as Duration }, calendar, clause: null }) as const;

const perPriority = { P1: row(60, "two"), P2: row(300, "one"), P3: row(900, "one") };
const clock: ClockTerms = {
  starts: "opened",
  stops: "resolved",
  by: null,
  per: "priority",
  rows: perPriority,
  pauses: ["client"],
};
const level = (id: string, parts: Partial<ClockTerms>, more: Partial<LevelTerms> = {}): LevelTerms => ({
  ...plainLevel,
  id,
  clock: { ...clock, ...parts },
  ...more,
});

const levels: readonly LevelTerms[] = [
  level("resolution", {}),
  level("strict", {}, { rules: { ...plainLevel.rules, exactly_on_target: "missed" } }),
  level("shorter", { rows: { P1: row(20, "two"), P2: row(30, "one"), P3: row(40, "one") } }),
  level("closure", { stops: "closed", pauses: ["client", "vendor"] }),
  level("response", { stops: "responded", per: null, rows: { "*": row(120, "one") } }),
  level("of a team", { pauses: [] }, { where: { team: { kind: "any of", values: ["mail"] } } }),
  level("of others", { stops: "responded" }, { where: { team: { kind: "none of", values: ["desk"] } } }),
];

interface Ground {
  readonly one: CalendarTerms;
  readonly two: CalendarTerms;
  readonly place: { readonly zone: Parameters<typeof calendarOf>[1]; readonly start: Instant };
  readonly courses: readonly Course[];
}

const ground: fc.Arbitrary<Ground> = somePlace.chain((place) =>
  fc.record({
    one: someCalendar(place.zone, place.start),
    two: someCalendar(place.zone, place.start),
    place: fc.constant(place),
    courses: fc.array(someCourse, { minLength: 8, maxLength: 8 }),
  }),
);

const day = 86_400;

/** Three periods that touch, and the end of what is known within the last of them. */
const periodsFrom = (start: number): Span[] =>
  [0, 2, 3].map((from, index) => ({
    start: instant(start + from * day),
    end: instant(start + ([2, 3, 9][index] as number) * day),
  }));

function plainCounts(
  terms: LevelTerms,
  facts: readonly Fact[],
  around: Partial<Parameters<typeof story>[2]> & { span: Span },
) {
  const { items } = measure(story(terms, facts, around)).value;
  const counted = items.filter((item) => item.counted);
  const running = items.filter(({ why, reading }) => why.code === "still-running" && reading?.target !== null);
  return [
    counted.filter(({ good }) => good === true).length,
    counted.filter(({ why }) => why.code === "over-target").length,
    counted.filter(({ why }) => why.code === "over-target-by-change").length,
    counted.filter(({ good }) => good === null).length,
    running.length,
  ];
}

test("columns count what the plain engine counts, for every level and period", () => {
  expect(levels.every((each) => canBatch(each, contract))).toBe(true);
  fc.assert(
    fc.property(ground, ({ one, two, place, courses }) => {
      const calendars = new Map([
        ["one", calendarOf(one, place.zone)],
        ["two", calendarOf(two, place.zone)],
      ]);
      const columns = compileColumns(
        courses.map((course, index) => factOf(course, index, place.start)),
        ["priority", "team"],
      );
      const left = new Set(columns.plainOnly.map(({ id }) => id));
      const facts = courses
        .map((course, index) => factOf(course, index, place.start))
        .filter(({ id }) => !left.has(id));
      const periods = periodsFrom(place.start);
      const knownUntil = instant(place.start + 6 * day);
      const counts = evaluateColumns(columns, { levels, periods, calendars, knownUntil });
      const seen = levels.flatMap((_, index) => periods.map((_, at) => countsAt(counts, index * periods.length + at)));
      const expected = levels.flatMap((each) => {
        const clocks = clockReader({ contract, calendars, zones: new Map(), versions: [each] });
        return periods.map((span) => plainCounts(each, facts, { calendars, span, knownUntil, clocks }));
      });
      expect(seen).toEqual(expected);
    }),
    { numRuns: tries(100) },
  );
});

const countsAt = (counts: ReturnType<typeof evaluateColumns>, at: number) =>
  [counts.inTime, counts.late, counts.lateByChange, counts.unknown, counts.running].map((each) => each[at] as number);

test("a compiled calendar shows the service seconds of the calendar itself", () =>
  fc.assert(
    fc.property(
      ground,
      fc.array(fc.integer({ min: 0, max: 9 * day }), { minLength: 40, maxLength: 40 }),
      (of, offs) => {
        const { zone, start } = of.place;
        const calendar = calendarOf(of.one, zone);
        const compiled = compiledCalendar(calendar, { start, end: instant(start + 9 * day) });
        for (const off of offs)
          expect(compiled.elapsed(start, start + off)).toBe(worked(calendar, start, instant(start + off)));
      },
    ),
    { numRuns: tries(60) },
  ));
