import type { ClockTerms, LevelTerms } from "../agreement/terms.ts";
import type { Calendars } from "../calendar/calendar.ts";
import type { Span } from "../time/span.ts";
import { type Columns, firstField } from "./columns.ts";
import { type CompiledCalendar, compiledCalendar } from "./compiled-calendar.ts";

/** What a state does to the clocks of a class, as bits. */
export const does = { end: 1, open: 2, cancel: 4, pause: 8 } as const;

/** One condition on a field: `holds[code]` is 1 for the values that satisfy it. */
interface Mask {
  readonly field: number;
  readonly holds: Uint8Array;
}

/** One level of a class: the most seconds in time by row and whom it speaks of. */
export interface Member {
  /** Index among the levels given. */
  readonly index: number;
  readonly limits: Float64Array;
  readonly where: readonly Mask[];
}

/** Levels whose clocks start, pause, stop and count alike, so that one walk serves them all. */
export interface ClockClass {
  readonly stops: ClockTerms["stops"];
  readonly does: Uint8Array;
  /** What sets the field that picks the row; -1 where there is one row. */
  readonly keyed: number;
  /** Row by the code of that field's value; -1: none. */
  readonly rowOf: Int32Array;
  readonly calendars: readonly CompiledCalendar[];
  readonly members: readonly Member[];
}

/** Groups levels by clock class, in the order of their first member. */
export function clockClasses(
  levels: readonly LevelTerms[],
  columns: Columns,
  { calendars, span }: { readonly calendars: Calendars; readonly span: Span },
): ClockClass[] {
  const compiled = new Map<string, CompiledCalendar>();
  const groups = Map.groupBy([...levels.entries()], ([, level]) => keyOf(level.clock as ClockTerms));
  return [...groups.values()].map((group) => {
    const clock = (group[0] as [number, LevelTerms])[1].clock as ClockTerms;
    return {
      stops: clock.stops,
      does: Uint8Array.from(columns.states, (state) => doesOf(state, clock)),
      keyed: clock.per === null ? -1 : fieldOf(columns, clock.per),
      rowOf: rowsBy(clock, columns),
      calendars: Object.values(clock.rows).map(({ calendar }) => calendarNamed(calendar)),
      members: group.map(([index, level]) => memberOf(index, level, columns)),
    };
  });

  function calendarNamed(id: string): CompiledCalendar {
    const calendar = calendars.get(id);
    if (!calendar) throw new Error(`no calendar ${id}`);
    const known = compiled.get(id) ?? compiledCalendar(calendar, span);
    compiled.set(id, known);
    return known;
  }
}

const keyOf = ({ stops, per, rows, pauses }: ClockTerms): string =>
  JSON.stringify([stops, per, [...pauses].sort(), Object.entries(rows).map(([row, { calendar }]) => [row, calendar])]);

function doesOf(state: Columns["states"][number], { stops, pauses }: ClockTerms): number {
  switch (state.kind) {
    case "open":
      return does.open;
    case "waiting":
      return does.open | (pauses.includes(state.reason) ? does.pause : 0);
    case "resolved":
      return stops === "closed" ? 0 : does.end;
    case "closed":
      return does.end;
    case "cancelled":
      return does.cancel;
    case "merged":
      return does.cancel | does.end;
    case "unknown":
      return 0;
  }
}

function fieldOf({ fields }: Columns, name: string): number {
  if (!fields.includes(name)) throw new Error(`the columns do not have the field ${name}`);
  return firstField + fields.indexOf(name);
}

function rowsBy({ per, rows }: ClockTerms, { values }: Columns): Int32Array {
  const names = Object.keys(rows);
  return Int32Array.from(values, (value) =>
    per === null ? names.indexOf("*") : value === null ? -1 : names.indexOf(value),
  );
}

function memberOf(index: number, level: LevelTerms, columns: Columns): Member {
  const { clock, where, rules } = level;
  const strict = rules.exactly_on_target === "missed" ? 1 : 0;
  const limits = Object.values(clock?.rows ?? {}).map(
    ({ within }) => (within?.kind === "time" ? within.seconds : 0) - strict,
  );
  const masks = Object.entries(where).map(([field, condition]): Mask => {
    const among = (value: string | null): boolean =>
      condition.kind !== "mark" && value !== null && condition.values.includes(value);
    const wanted = condition.kind === "any of";
    return {
      field: fieldOf(columns, field),
      holds: Uint8Array.from(columns.values, (value) => Number(among(value) === wanted)),
    };
  });
  return { index, limits: Float64Array.from(limits), where: masks };
}
