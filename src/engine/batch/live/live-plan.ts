import type { ClockTerms, LevelTerms } from "../../agreement/terms.ts";
import type { Calendars } from "../../calendar/calendar.ts";
import type { State } from "../../record/record.ts";
import type { Span } from "../../time/span.ts";
import { type CompiledCalendar, compiledCalendar } from "../compiled-calendar.ts";
import { type Course, type Moves, mostCourses, movesOf } from "../moves.ts";

/** A course counted by one calendar. */
export interface LiveLane {
  readonly course: number;
  readonly calendar: CompiledCalendar;
}

/** A row of a clock: what is allowed, the most seconds that are still in time, and the lane that counts them. */
export interface LiveRow {
  readonly name: string;
  readonly target: number;
  readonly limit: number;
  readonly lane: number;
}

/** The clock of a level: its course, the place of its field among those of the plan (-1: one row), its rows. */
export interface LiveClock {
  readonly level: LevelTerms;
  readonly course: number;
  readonly field: number;
  readonly rows: readonly LiveRow[];
  /** By the value of the field; a clock of one row has it under null. */
  readonly rowOf: ReadonlyMap<string | null, number>;
}

/** Levels made ready to be kept up event by event. */
export interface LivePlan {
  readonly courses: number;
  readonly moves: Moves;
  /** Code of each state by its kind, or by its kind and its reason. */
  readonly states: ReadonlyMap<string, number>;
  readonly fields: readonly string[];
  readonly lanes: readonly LiveLane[];
  readonly clocks: readonly LiveClock[];
  /** By clock: its row where it has one for all records, or -1. */
  readonly single: readonly number[];
  /** Room for a number by lane. */
  readonly least: number[];
}

/** What events are read under: calendars, and a span of at most 68 years in which all of them lie. */
export interface LiveAround {
  readonly calendars: Calendars;
  readonly span: Span;
}

/** A plan for levels that `canBatch` takes; null where they have more than ten courses, which is for two plans. */
export function livePlan(levels: readonly LevelTerms[], { calendars, span }: LiveAround): LivePlan | null {
  const clocks = levels.map(({ clock }) => clock as ClockTerms);
  const courses = [...new Map(clocks.map((clock) => [courseKey(clock), clock])).values()];
  if (courses.length > mostCourses) return null;
  const states = statesOf(courses);
  const fields = [...new Set(clocks.flatMap(({ per }) => per ?? []))];
  const compiled = new Map<string, CompiledCalendar>();
  const lanes = new Map<string, LiveLane & { readonly at: number }>();
  const own = levels.map((level, index) => clockOf(level, clocks[index] as ClockTerms));
  return {
    courses: courses.length,
    moves: movesOf(courses, states),
    states: new Map(states.map((state, code) => [stateKey(state), code])),
    fields,
    clocks: own,
    lanes: [...lanes.values()],
    single: own.map(({ rowOf }) => rowOf.get(null) ?? -1),
    least: new Array<number>(lanes.size).fill(0),
  };

  function clockOf(level: LevelTerms, clock: ClockTerms): LiveClock {
    const course = courses.findIndex((each) => courseKey(each) === courseKey(clock));
    const rows = Object.entries(clock.rows).map(([name, { within, calendar }]): LiveRow => {
      const target = within?.kind === "time" ? within.seconds : 0;
      const limit = target - (level.rules.exactly_on_target === "missed" ? 1 : 0);
      return { name, target, limit, lane: laneOf(course, calendar) };
    });
    const known = rows.map(({ name }, at) => [clock.per === null && name === "*" ? null : name, at] as const);
    const field = clock.per === null ? -1 : fields.indexOf(clock.per);
    return { level, course, field, rows, rowOf: new Map<string | null, number>(known) };
  }

  function laneOf(course: number, name: string): number {
    const key = `${course} ${name}`;
    const lane = lanes.get(key) ?? { course, calendar: calendarNamed(name), at: lanes.size };
    lanes.set(key, lane);
    return lane.at;
  }

  function calendarNamed(name: string): CompiledCalendar {
    const calendar = calendars.get(name);
    if (!calendar) throw new Error(`no calendar ${name}`);
    const found = compiled.get(name) ?? compiledCalendar(calendar, span);
    compiled.set(name, found);
    return found;
  }
}

const courseKey = ({ stops, pauses }: Course): string => JSON.stringify([stops, [...pauses].sort()]);

/** A reason of waiting that no course pauses for is any other. */
const otherReason = "";

/** The code of a state in a plan; -1 for one that says nothing. */
export function stateCode({ states }: LivePlan, state: State): number {
  return states.get(stateKey(state)) ?? (state.kind === "waiting" ? states.get("waiting") : -1) ?? -1;
}

const stateKey = (state: State): string =>
  state.kind === "waiting" && state.reason !== otherReason ? `waiting ${state.reason}` : state.kind;

const statesOf = (courses: readonly Course[]): State[] => [
  { kind: "open", name: "in progress" },
  { kind: "resolved" },
  { kind: "closed" },
  { kind: "cancelled" },
  { kind: "merged", into: null },
  { kind: "waiting", reason: otherReason },
  ...[...new Set(courses.flatMap(({ pauses }) => pauses))].map((reason): State => ({ kind: "waiting", reason })),
];
