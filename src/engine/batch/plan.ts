import type { ClockTerms, LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Span } from "../time/span.ts";
import type { Columns } from "./columns.ts";
import { type Course, type Moves, mostCourses, movesOf } from "./moves.ts";
import { fieldBit, fieldOf, mostSelections, type Selections, selectionsOf } from "./selections.ts";
import { type ServiceTable, serviceTable } from "./service-table.ts";

/** A clock of a level among the levels given, under the field and the rows it has. */
interface Clock {
  readonly index: number;
  readonly level: LevelTerms;
  readonly clock: ClockTerms;
}

/** Levels that share course, rows and selection and differ in their limits alone. */
export interface ClockClass {
  readonly course: number;
  readonly selection: number;
  /** Index of the field that picks the row; the number of fields where there is one row. */
  readonly field: number;
  /** Row by the code of that field's value; -1: none. */
  readonly rowOf: Int32Array;
  /** Lane and calendar by row. */
  readonly lanes: Int32Array;
  readonly calendars: Int32Array;
  /** The most seconds in time by `row * members + member`. */
  readonly limits: Int32Array;
  /** By member: its index among the levels given. */
  readonly levels: Int32Array;
}

/** Levels as tables. A lane is a course counted by one calendar; those of a course follow each other. */
export interface Plan {
  readonly courses: number;
  readonly moves: Moves;
  readonly table: ServiceTable;
  readonly laneFrom: Int32Array;
  readonly laneCalendar: Int32Array;
  /** In the order of their courses. */
  readonly classes: readonly ClockClass[];
  readonly classFrom: Int32Array;
  readonly selections: Selections;
  /** The fields that pick rows, and their bits. */
  readonly keys: { readonly fields: Int32Array; readonly bits: number };
}

export interface Around {
  readonly calendars: Calendars;
  /** From the first event to the end of what is asked. */
  readonly span: Span;
}

/** Plans for levels that `canBatch` takes: one, or more where they have too many courses or selections for one. */
export function plansOf(levels: readonly LevelTerms[], columns: Columns, around: Around): Plan[] {
  const clocks = levels.map((level, index): Clock => ({ index, level, clock: level.clock as ClockTerms }));
  const plans: Plan[] = [];
  let share: Clock[] = [];
  for (const each of clocks) {
    if (!fits([...share, each])) {
      plans.push(planOf(share, columns, around));
      share = [];
    }
    share.push(each);
  }
  return share.length === 0 ? plans : [...plans, planOf(share, columns, around)];
}

const fits = (clocks: readonly Clock[]): boolean =>
  new Set(clocks.map(({ clock }) => courseKey(clock))).size <= mostCourses &&
  new Set(clocks.map(({ level }) => JSON.stringify(level.where))).size <= mostSelections;

const courseKey = ({ stops, pauses }: Course): string => JSON.stringify([stops, [...pauses].sort()]);
const classKey = ({ level, clock }: Clock): string =>
  JSON.stringify([level.where, clock.per, Object.entries(clock.rows).map(([row, { calendar }]) => [row, calendar])]);

function planOf(clocks: readonly Clock[], columns: Columns, { calendars, span }: Around): Plan {
  const byCourse = [...Map.groupBy(clocks, ({ clock }) => courseKey(clock)).values()];
  const wheres = new Map(clocks.map(({ level }) => [JSON.stringify(level.where), level.where]));
  const names = [...new Set(clocks.flatMap(({ clock }) => Object.values(clock.rows).map(({ calendar }) => calendar)))];
  const lanes = byCourse.map((own) => lanesOf(own, names));
  const laneFrom = startsOf(lanes);
  const classes = byCourse.map((own, course) =>
    [...Map.groupBy(own, classKey).values()].flatMap(inShares).map((group) =>
      classOf(group, columns, {
        course,
        names,
        lane: laneFrom[course] as number,
        lanes: lanes[course] ?? [],
        wheres,
      }),
    ),
  );
  return {
    courses: byCourse.length,
    moves: movesOf(
      byCourse.map(([first]) => (first as Clock).clock),
      columns.states,
    ),
    table: serviceTable(
      names.map((name) => calendarNamed(calendars, name)),
      span,
    ),
    laneFrom,
    laneCalendar: Int32Array.from(lanes.flat()),
    classes: classes.flat(),
    classFrom: startsOf(classes),
    selections: selectionsOf([...wheres.values()], columns),
    keys: keysOf(clocks, columns),
  };
}

function keysOf(clocks: readonly Clock[], columns: Columns): Plan["keys"] {
  const names = new Set(clocks.flatMap(({ clock }) => clock.per ?? []));
  const fields = Int32Array.from([...names].map((name) => fieldOf(columns, name)));
  return { fields, bits: fields.reduce((bits, field) => bits | fieldBit(field), 0) };
}

/** The square of the number of members is what a class takes of memory. */
const mostMembers = 15;

const inShares = (group: readonly Clock[]): Clock[][] =>
  Array.from({ length: Math.ceil(group.length / mostMembers) }, (_, at) =>
    group.slice(at * mostMembers, (at + 1) * mostMembers),
  );

function calendarNamed(calendars: Calendars, name: string) {
  const calendar = calendars.get(name);
  if (!calendar) throw new Error(`no calendar ${name}`);
  return calendar;
}

/** The calendars of a course, each once, as indices of `names`. */
const lanesOf = (clocks: readonly Clock[], names: readonly string[]): number[] => [
  ...new Set(clocks.flatMap(({ clock }) => Object.values(clock.rows).map(({ calendar }) => names.indexOf(calendar)))),
];

/** Where each list begins when all are laid end to end, and where the last one ends. */
function startsOf(lists: readonly (readonly unknown[])[]): Int32Array {
  const starts = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = (starts[index] as number) + list.length;
  return starts;
}

interface Place {
  readonly course: number;
  readonly names: readonly string[];
  readonly lane: number;
  readonly lanes: readonly number[];
  readonly wheres: ReadonlyMap<string, LevelTerms["where"]>;
}

function classOf(group: readonly Clock[], columns: Columns, place: Place): ClockClass {
  const { clock, level } = group[0] as Clock;
  const rows = Object.entries(clock.rows);
  const calendars = rows.map(([, { calendar }]) => place.names.indexOf(calendar));
  const wheres = [...place.wheres.keys()];
  return {
    course: place.course,
    selection: wheres.indexOf(JSON.stringify(level.where)),
    field: clock.per === null ? columns.fields.length : fieldOf(columns, clock.per),
    rowOf: rowsBy(clock, columns),
    lanes: Int32Array.from(calendars, (calendar) => place.lane + place.lanes.indexOf(calendar)),
    calendars: Int32Array.from(calendars),
    limits: Int32Array.from(rows.flatMap(([row]) => group.map((each) => limitOf(each.level, row)))),
    levels: Int32Array.from(group, ({ index }) => index),
  };
}

function rowsBy({ per, rows }: ClockTerms, { values }: Columns): Int32Array {
  const names = Object.keys(rows);
  return Int32Array.from(values, (value) =>
    per === null ? names.indexOf("*") : value === null ? -1 : names.indexOf(value),
  );
}

const longest = 2 ** 31 - 2;

function limitOf({ clock, rules }: LevelTerms, row: string): number {
  const within = clock?.rows[row]?.within;
  const seconds = within?.kind === "time" ? within.seconds : 0;
  return Math.min(longest, seconds - (rules.exactly_on_target === "missed" ? 1 : 0));
}
