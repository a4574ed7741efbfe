import { cancelledAt, running, stopped } from "./moves.ts";
import type { Plan } from "./plan.ts";
import { fieldBit } from "./selections.ts";
import { changeOf, type Shape } from "./shapes.ts";

/** What the clocks of a plan make of a shape, whenever its events happen. */
export interface Trace {
  /** Courses that stop for good before a row changes, where no selection changes. */
  readonly sure: number;
  /** Courses that are not called off, where no selection changes. */
  readonly walks: number;
  /** True where all courses stand stopped at the end. */
  readonly isStopped: boolean;
  /** By course: the instant at which it stopped for good. */
  readonly stops: readonly number[];
  /** By course and instant: the instant from which on it stands stopped; -1 where it does not. */
  readonly stoppedFrom: readonly Int32Array[];
  /** By course: the instants at which its clock begins to run and ceases to, in turn. */
  readonly flips: readonly (readonly number[])[];
}

export function traceOf({ courses, moves, keys, selections }: Plan, { steps }: Shape): Trace {
  const all = (1 << courses) - 1;
  const { keep, set } = moves;
  const stops = new Array<number>(courses).fill(-1);
  const flips = Array.from({ length: courses }, (): number[] => []);
  const stoppedFrom = stops.map(() => new Int32Array(steps.length));
  const isSure = new Array<boolean>(courses).fill(false);
  let [status, told, changed, walks] = [0, -1, 0, -1];
  for (const [instant, symbols] of steps.entries()) {
    for (const symbol of symbols) {
      if (symbol < 0) changed |= fieldBit(changeOf(symbol));
      else status = (status & (keep[symbol] as number)) | (set[symbol] as number);
    }
    for (let course = 0; course < courses; course += 1) {
      const bit = 1 << course;
      if (((running(status) ^ running(told)) & bit) !== 0) flips[course]?.push(instant);
      if ((stopped(status) & ~stopped(told) & bit) === 0) continue;
      stops[course] = instant;
      isSure[course] = (changed & keys.bits) === 0;
    }
    for (const [course, from] of stoppedFrom.entries())
      from[instant] = (stopped(status) >>> course) & 1 ? (stops[course] as number) : -1;
    walks &= ~(status >>> cancelledAt);
    told = status;
  }
  const sure = isSure.reduce((bits, each, course) => bits | (Number(each) << course), 0) & stopped(status);
  const isStopped = (stopped(status) & all) === all;
  const isSelected = (changed & selections.bits) === 0;
  return { sure: isSelected ? sure : 0, walks: isSelected ? walks & all : 0, isStopped, stops, stoppedFrom, flips };
}
