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
  /** True where each period begins when the one before it ends. */
  readonly isTouching: boolean;
}

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
  /** Three numbers each: a record, a class by which it is to be judged by its phases, and the period from which on. */
  readonly closer: number[];
}

export function runOf(plan: Plan, columns: Columns, of: Pick<Run, "base" | "periods" | "levels" | "counters">): Run {
  return {
    columns,
    plan,
    ...of,
    ranks: ranksOf(plan.classes, of.periods.ends.length),
    endWorked: endWorkedOf(plan, of.periods),
    closer: [],
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
