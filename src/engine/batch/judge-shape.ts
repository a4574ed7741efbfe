import { type Block, blockSlots, type Left, leave } from "./block.ts";
import { countWhole, ownSlots } from "./judge-block.ts";
import { running, stopped } from "./moves.ts";
import type { Plan } from "./plan.ts";
import { periodAt, type Run } from "./run.ts";
import { fieldBit } from "./selections.ts";
import { workedOver } from "./service-table.ts";
import type { Shape } from "./shapes.ts";

/** What the clocks of a plan make of a shape, whenever its events happen. */
interface Trace {
  /** Courses that stop for good before a row changes, where no selection changes. */
  readonly sure: number;
  /** True where all courses stand stopped at the end. */
  readonly isStopped: boolean;
  /** By course: the instant at which it stopped for good. */
  readonly stops: readonly number[];
  /** By course: the instants at which its clock begins to run and ceases to, in turn. */
  readonly flips: readonly (readonly number[])[];
}

/**
 * Counts the records of a shape that begin and stop within one period, in loops over instants that stand beside each
 * other, from `from` on as many as a block holds; all others are left.
 */
export function judgeShape(
  run: Run,
  { block, left }: { readonly block: Block; readonly left: Left },
  of: { readonly shape: Shape; readonly trace: Trace; readonly from: number },
): void {
  const { laneFrom, classFrom, courses } = run.plan;
  takeIn(run, { block, left }, of);
  for (let course = 0; course < courses; course += 1) {
    if (((of.trace.sure >>> course) & 1) === 0) continue;
    const flips = of.trace.flips[course] ?? [];
    const count = ownTimes(block, of.shape, flips);
    const lanes = laneFrom[course + 1] as number;
    for (let lane = laneFrom[course] as number; lane < lanes; lane += 1) addLane(run, block, { lane, count });
    const whole = ownSlots(block, course, block.whole);
    const classes = classFrom[course + 1] as number;
    for (let index = classFrom[course] as number; index < classes; index += 1) countWhole(run, block, { index, whole });
  }
}

export function traceOf({ courses, moves, keys, selections }: Plan, { steps }: Shape): Trace {
  const all = (1 << courses) - 1;
  const { keep, set } = moves;
  const stops = new Array<number>(courses).fill(-1);
  const flips = Array.from({ length: courses }, (): number[] => []);
  const isSure = new Array<boolean>(courses).fill(false);
  let [status, told, changed] = [0, -1, 0];
  for (const [instant, symbols] of steps.entries()) {
    for (const symbol of symbols) {
      if (symbol < 0) changed |= fieldBit(-1 - symbol);
      else status = (status & (keep[symbol] as number)) | (set[symbol] as number);
    }
    for (let course = 0; course < courses; course += 1) {
      const bit = 1 << course;
      if (((running(status) ^ running(told)) & bit) !== 0) flips[course]?.push(instant);
      if ((stopped(status) & ~stopped(told) & bit) === 0) continue;
      stops[course] = instant;
      isSure[course] = (changed & keys.bits) === 0;
    }
    told = status;
  }
  const sure = isSure.reduce((bits, each, course) => bits | (Number(each) << course), 0) & stopped(status);
  const isStopped = (stopped(status) & all) === all;
  return { sure: (changed & selections.bits) === 0 ? sure : 0, isStopped, stops, flips };
}

/** Fills slots with the records that a period holds, as far as courses are told wholly; `own` says which they are. */
function takeIn(
  run: Run,
  { block, left }: { readonly block: Block; readonly left: Left },
  { shape, trace, from }: { readonly shape: Shape; readonly trace: Trace; readonly from: number },
): void {
  const { plan, columns } = run;
  const { starts, ends } = run.periods;
  const { times, codes, count, records } = shape;
  const { fields: keys } = plan.keys;
  const { fields, left: leaves } = plan.selections;
  const { stops, sure } = trace;
  const values = columns.values.length;
  const all = (1 << plan.courses) - 1;
  const until = ends.at(-1) as number;
  const lastFrom = times.length - count;
  const end = Math.min(count, from + blockSlots);
  let size = 0;
  for (let i = from; i < end; i += 1) {
    const at = times[i] as number;
    if (at >= until) continue;
    const last = times[lastFrom + i] as number;
    const period = periodAt(run, at);
    const start = starts[period] as number;
    if (trace.isStopped && last < start) continue;
    let whole = at < start || last >= until ? 0 : sure;
    for (let key = 0; key < keys.length; key += 1) {
      if (codes[(keys[key] as number) * count + i] === 0) whole = 0;
    }
    if (last >= (ends[period] as number)) {
      for (let course = 0; course < stops.length; course += 1) {
        if ((times[(stops[course] as number) * count + i] as number) >= (ends[period] as number))
          whole &= ~(1 << course);
      }
    }
    if (whole !== all) leave(left, records[i] as number, all & ~whole);
    if (whole === 0) continue;
    let selected = -1 >>> 1;
    for (let field = 0; field < fields.length; field += 1) {
      const code = codes[(fields[field] as number) * count + i] as number;
      selected &= leaves[field * values + code] as number;
    }
    for (let field = 0; field < columns.fields.length; field += 1)
      block.codes[field * blockSlots + size] = codes[field * count + i] as number;
    block.turnFrom[size] = i;
    block.period[size] = period;
    block.selected[size] = selected;
    block.whole[size] = whole;
    size += 1;
  }
  block.size = size;
}

/** Lays the instants of all flips end to end; gives how many flips there are. */
function ownTimes({ ownAt, turnFrom, size }: Block, { times, count }: Shape, flips: readonly number[]): number {
  for (let flip = 0; flip < flips.length; flip += 1) {
    const from = (flips[flip] as number) * count;
    const into = flip * size;
    for (let i = 0; i < size; i += 1) ownAt[into + i] = times[from + (turnFrom[i] as number)] as number;
  }
  return flips.length;
}

/** Takes off what the lane's calendar shows at every other flip, the first among them, and adds the rest. */
function addLane({ plan }: Run, block: Block, { lane, count }: { lane: number; count: number }): void {
  const { ownAt, worked, elapsed, size } = block;
  const calendar = plan.laneCalendar[lane] as number;
  const offset = lane * blockSlots;
  workedOver(plan.table, { calendar, count: count * size }, { from: ownAt, into: worked });
  for (let i = 0; i < size; i += 1) elapsed[offset + i] = 0;
  for (let flip = 0; flip < count; flip += 1) {
    const from = flip * size;
    const sign = (flip & 1) - 1;
    for (let i = 0; i < size; i += 1)
      elapsed[offset + i] = (elapsed[offset + i] as number) + ((worked[from + i] as number) ^ sign) - sign;
  }
}
