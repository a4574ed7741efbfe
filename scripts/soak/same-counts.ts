import fc from "fast-check";
import type { CalendarTerms } from "../../src/engine/agreement/hours.ts";
import type { LevelTerms } from "../../src/engine/agreement/terms.ts";
import { compileColumns } from "../../src/engine/batch/columns.ts";
import { type Counts, evaluateByRecord, evaluateColumns } from "../../src/engine/batch/evaluate-columns.ts";
import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import { clockReader } from "../../src/engine/measure/clock-reader.ts";
import { contract, story } from "../../src/engine/measure/fixture/story.ts";
import type { MeasureInput } from "../../src/engine/measure/input.ts";
import { measure } from "../../src/engine/measure/measure.ts";
import type { Fact } from "../../src/engine/record/record.ts";
import { type Instant, instant } from "../../src/engine/time/instant.ts";
import type { Span } from "../../src/engine/time/span.ts";
import type { Zone } from "../../src/engine/time/zone.ts";
import { someCalendar, somePlace } from "../oracle/clock-arbitraries.ts";
import { type Course, factOf, someCourse } from "./histories.ts";
import { levels } from "./levels.ts";

/** Two calendars near a clock change, some histories, and what is asked of them. */
export interface Ground {
  readonly one: CalendarTerms;
  readonly two: CalendarTerms;
  readonly place: { readonly zone: Zone; readonly start: Instant };
  readonly days: readonly (readonly [number, number])[];
  readonly known: number;
  readonly courses: readonly Course[];
}

/** Days from and until: periods that touch, that leave gaps, and one alone. */
const periods = [
  [
    [0, 2],
    [2, 3],
    [3, 9],
  ],
  [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ],
  [
    [-1, 1],
    [2, 3],
    [4, 5],
  ],
  [[1, 2]],
] as const;

export const someGround = (size: number): fc.Arbitrary<Ground> =>
  somePlace.chain((place) =>
    fc.record({
      one: someCalendar(place.zone, place.start),
      two: someCalendar(place.zone, place.start),
      place: fc.constant(place),
      days: fc.constantFrom<readonly (readonly [number, number])[]>(...periods),
      known: fc.constantFrom(6, 6, 3, 2.5),
      courses: fc.array(someCourse, { minLength: size, maxLength: size }),
    }),
  );

const day = 86_400;

/**
 * What the plain engine and columns count of a ground, by level and period: in time, late, by change, unknown,
 * running. Columns count twice, shape by shape and record by record.
 */
export function countsOfBoth(ground: Ground): { readonly plain: number[][]; readonly columns: number[][] } {
  const { place, courses, days, known } = ground;
  const calendars = new Map([
    ["one", calendarOf(ground.one, place.zone)],
    ["two", calendarOf(ground.two, place.zone)],
  ]);
  const all = courses.map((course, index) => factOf(course, index, place.start));
  const columns = compileColumns(all, ["priority", "team"]);
  const left = new Set(columns.plainOnly.map(({ id }) => id));
  const facts = all.filter(({ id }) => !left.has(id));
  const spans = days.map(
    ([from, to]): Span => ({
      start: instant(place.start + from * day),
      end: instant(place.start + to * day),
    }),
  );
  const knownUntil = instant(place.start + known * day);
  const input = { levels, periods: spans, calendars, knownUntil };
  const plain = levels.flatMap((each) => {
    const clocks = clockReader({ contract, calendars, zones: new Map(), versions: [each] });
    return spans.map((span) => plainCounts(each, facts, { calendars, span, knownUntil, clocks }));
  });
  const both = [evaluateColumns(columns, input), evaluateByRecord(columns, input)];
  return {
    columns: both.flatMap((counts) =>
      levels.flatMap((_, index) => spans.map((_, at) => countsAt(counts, index * spans.length + at))),
    ),
    plain: [...plain, ...plain],
  };
}

const countsAt = (counts: Counts, at: number): number[] =>
  [counts.inTime, counts.late, counts.lateByChange, counts.unknown, counts.running].map((each) => each[at] as number);

type Around = Partial<MeasureInput> & Pick<MeasureInput, "span" | "knownUntil">;

/** Of a period that begins after what is known, columns say nothing at all. */
function plainCounts(terms: LevelTerms, facts: readonly Fact[], around: Around): number[] {
  const { items } = measure(story(terms, facts, around)).value;
  const counted = items.filter((item) => item.counted);
  const isBegun = around.span.start < around.knownUntil;
  const runs = items.filter(({ why, reading }) => why.code === "still-running" && reading?.target !== null);
  return [
    counted.filter(({ good }) => good === true).length,
    counted.filter(({ why }) => why.code === "over-target").length,
    counted.filter(({ why }) => why.code === "over-target-by-change").length,
    counted.filter(({ good }) => good === null).length,
    isBegun ? runs.length : 0,
  ];
}
