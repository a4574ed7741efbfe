import type { Columns } from "./columns.ts";
import { kindCount } from "./kinds.ts";
import type { Plan } from "./plan.ts";
import { type Ranks, ranksOf } from "./ranks.ts";
import { workedAt } from "./service-table.ts";

/** The periods asked for of which anything is known, as seconds since the first event. */
export interface Periods {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly slices: Int32Array;
}

/** What was read of the record at hand; written anew for each. */
export interface Registers {
  /** Seconds counted by each lane. */
  readonly elapsed: Int32Array;
  /** By course: when it last stopped. */
  readonly stoppedAt: Int32Array;
  /** By field: its value; the one after the last field has none. */
  readonly codes: Int32Array;
  /** Bits of the courses that are read. */
  courses: number;
  status: number;
  /** Fields that took another value after the first instant, a bit each; those beyond the 30th share one. */
  changed: number;
  /** Index of the period at hand. */
  period: number;
  /** By class: how many members are late for good, and the period from which its phases must be told apart. */
  readonly rank: Int32Array;
  readonly closerFrom: Int32Array;
}

/** In `closerFrom`: the registers tell all there is to know. */
export const notCloser = 2 ** 31 - 1;

/** One evaluation of columns by one plan. */
export interface Run {
  readonly columns: Columns;
  readonly plan: Plan;
  readonly base: number;
  readonly periods: Periods;
  /** How many levels have counters, and these, by `(period * kindCount + kind) * levels + level`. */
  readonly levels: number;
  readonly counters: Int32Array;
  readonly ranks: Ranks;
  /** Service seconds before the end of each period, by `period * calendars + calendar`. */
  readonly endWorked: Int32Array;
  readonly now: Registers;
}

export function runOf(plan: Plan, columns: Columns, of: Pick<Run, "base" | "periods" | "levels" | "counters">): Run {
  const now: Registers = {
    elapsed: new Int32Array(plan.laneCalendar.length),
    stoppedAt: new Int32Array(plan.courses),
    codes: new Int32Array(columns.fields.length + 1),
    courses: 0,
    status: 0,
    changed: 0,
    period: 0,
    rank: new Int32Array(plan.classes.length),
    closerFrom: new Int32Array(plan.classes.length),
  };
  return {
    columns,
    plan,
    ...of,
    ranks: ranksOf(plan.classes, of.periods.ends.length),
    endWorked: endWorkedOf(plan, of.periods),
    now,
  };
}

function endWorkedOf({ table }: Plan, { ends }: Periods): Int32Array {
  const { calendars } = table;
  return Int32Array.from({ length: ends.length * calendars }, (_, at) =>
    workedAt(table, at % calendars, ends[Math.floor(at / calendars)] as number),
  );
}

/** Adds one to a counter of a level in a period. */
export function bump(
  { counters, levels }: Run,
  level: number,
  { period, kind }: { period: number; kind: number },
): void {
  const at = (period * kindCount + kind) * levels + level;
  counters[at] = (counters[at] as number) + 1;
}

/** Bits of the selections that hold the record; unsure where a field that one asks for has changed. */
export function selectedBy({ plan, now, columns }: Run): number {
  const { fields, left, bits } = plan.selections;
  if ((now.changed & bits) !== 0) return unsure;
  const values = columns.values.length;
  let selected = -1 >>> 1;
  for (let i = 0; i < fields.length; i += 1) {
    selected &= left[i * values + (now.codes[fields[i] as number] as number)] as number;
  }
  return selected;
}

/** All selections, and a bit that no selection has. */
export const unsure = -1;

/** Index of the first period that ends after an instant. */
export function periodAt({ periods }: Run, at: number): number {
  const { slices, ends } = periods;
  let period = slices[at >> periodShift] as number;
  while ((ends[period] as number) <= at) period += 1;
  return period;
}

/** Slices of 18 hours. */
const periodShift = 16;

/** For each slice of time up to the last end the first period that ends after its start. */
export function periodSlices(ends: Int32Array): Int32Array {
  let period = 0;
  return Int32Array.from({ length: ((ends.at(-1) ?? 0) >> periodShift) + 1 }, (_, slice) => {
    while ((ends[period] ?? 0) <= slice * 2 ** periodShift && period < ends.length - 1) period += 1;
    return period;
  });
}
