import { type Block, blockSlots } from "./block.ts";
import { countWhole, ownSlots } from "./judge-block.ts";
import { countWalks } from "./judge-walks.ts";
import { periodAt, type Run } from "./run.ts";
import { workedOver } from "./service-table.ts";
import type { Shape } from "./shapes.ts";
import type { Trace } from "./trace.ts";

/**
 * Counts the records of a shape that begin and stop within one period, in loops over instants that stand beside each
 * other, from `from` on as many as a block holds; all others are left.
 */
export function judgeShape(
  run: Run,
  { block, left }: { readonly block: Block; readonly left: Int16Array },
  of: { readonly shape: Shape; readonly trace: Trace; readonly from: number },
): void {
  const { laneFrom, classFrom, courses } = run.plan;
  takeIn(run, { block, left }, of);
  for (let course = 0; course < courses; course += 1) {
    const classes = classFrom[course + 1] as number;
    if (((of.trace.sure >>> course) & 1) === 1) {
      const count = ownTimes(block, of.shape, of.trace.flips[course] ?? []);
      const lanes = laneFrom[course + 1] as number;
      for (let lane = laneFrom[course] as number; lane < lanes; lane += 1) addLane(run, block, { lane, count });
      const whole = ownSlots(block, course, block.whole);
      for (let index = classFrom[course] as number; index < classes; index += 1)
        countWhole(run, block, { index, whole });
    }
    const count = ownSlots(block, course, block.part);
    if (count === 0) continue;
    for (let index = classFrom[course] as number; index < classes; index += 1)
      countWalks(run, block, { ...of, index, count });
  }
}

/** Fills slots with the records that a period holds, as far as courses are told wholly; `own` says which they are. */
function takeIn(
  run: Run,
  { block, left }: { readonly block: Block; readonly left: Int16Array },
  { shape, trace, from }: { readonly shape: Shape; readonly trace: Trace; readonly from: number },
): void {
  const { plan, columns } = run;
  const { starts, ends } = run.periods;
  const { times, codes, count, records } = shape;
  const { fields: keys } = plan.keys;
  const { fields, left: leaves } = plan.selections;
  const { stops, sure, walks } = trace;
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
    let isOdd = at < start || last >= until;
    for (let key = 0; key < keys.length; key += 1) {
      if (codes[(keys[key] as number) * count + i] === 0) isOdd = true;
    }
    let whole = isOdd ? 0 : sure;
    if (last >= (ends[period] as number)) {
      for (let course = 0; course < stops.length; course += 1) {
        if ((times[(stops[course] as number) * count + i] as number) >= (ends[period] as number))
          whole &= ~(1 << course);
      }
    }
    let part = 0;
    if (whole !== all) {
      part = isOdd || !isSmooth(run, shape, i) ? 0 : walks & ~whole;
      left[records[i] as number] = all & ~whole & ~part;
      if ((whole | part) === 0) continue;
    }
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
    block.part[size] = part;
    size += 1;
  }
  block.size = size;
}

/** True where periods touch and nothing happens at the very end of one. */
function isSmooth(run: Run, { times, count }: Shape, position: number): boolean {
  const { starts, isTouching } = run.periods;
  if (!isTouching) return false;
  for (let at = position + count; at < times.length; at += count) {
    const when = times[at] as number;
    if (starts[periodAt(run, when)] === when) return false;
  }
  return true;
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
