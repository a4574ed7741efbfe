import { type Block, blockSlots } from "./block.ts";
import { countWhole, ownSlots } from "./judge-block.ts";
import { countWalks } from "./judge-walks.ts";
import { periodAt, type Run } from "./run.ts";
import { addElapsed } from "./service-table.ts";
import type { Shape } from "./shapes.ts";
import type { Trace } from "./trace.ts";

/**
 * Counts the records of a shape that begin and stop within one period, in loops over instants that stand beside each
 * other, from `from` on as many as a block holds; all others are left.
 */
export function judgeShape(
  run: Run,
  { block, left }: { readonly block: Block; readonly left: Int16Array },
  of: Part,
): void {
  const { laneFrom, classFrom, courses } = run.plan;
  const { shape, trace, from } = of;
  takeIn(run, { block, left }, of);
  for (let course = 0; course < courses; course += 1) {
    const classes = classFrom[course + 1] as number;
    if (((trace.sure >>> course) & 1) === 1) {
      const flips = ownTimes(run, block, { ...of, course });
      const lanes = laneFrom[course + 1] as number;
      for (let lane = laneFrom[course] as number; lane < lanes; lane += 1) addLane(run, block, { lane, flips });
      const count = ownSlots(block, course, block.whole);
      const whole = { count, codes: shape.codes, width: shape.count, from };
      for (let index = classFrom[course] as number; index < classes; index += 1)
        countWhole(run, block, { ...whole, index });
    }
    const count = ownSlots(block, course, block.part);
    if (count === 0) continue;
    for (let index = classFrom[course] as number; index < classes; index += 1)
      countWalks(run, block, { ...of, index, count });
  }
}

interface Part {
  readonly shape: Shape;
  readonly trace: Trace;
  readonly from: number;
}

/** Tells of some records of a shape, a slot each, which courses are counted wholly, which part by part, which are left. */
function takeIn(run: Run, { block, left }: { readonly block: Block; readonly left: Int16Array }, of: Part): void {
  const { starts, ends } = run.periods;
  const { shape, trace, from } = of;
  const { times, count } = shape;
  const { isStopped, sure } = trace;
  const { period: periods, whole, part, selected } = block;
  const all = (1 << run.plan.courses) - 1;
  const until = ends.at(-1) as number;
  const lastAt = times.length - count;
  const size = Math.min(count - from, blockSlots);
  for (let slot = 0; slot < size; slot += 1) {
    const at = times[from + slot] as number;
    const last = times[lastAt + from + slot] as number;
    const period = at < until ? periodAt(run, at) : 0;
    periods[slot] = period;
    whole[slot] = sure;
    part[slot] = 0;
    const isInside = at >= (starts[period] as number) && last < (ends[period] as number);
    if (isInside && sure === all) continue;
    whole[slot] = 0;
    if (at >= until || (isStopped && last < (starts[period] as number))) continue;
    const told = at < (starts[period] as number) ? 0 : wholeOf(run, of, { position: from + slot, period });
    const goesOn = at < (starts[period] as number) || !isSmooth(run, shape, from + slot) ? 0 : trace.walks & ~told;
    whole[slot] = told;
    part[slot] = goesOn;
    const rest = all & ~told & ~goesOn;
    if (rest !== 0) left[shape.records[from + slot] as number] = rest;
  }
  block.size = size;
  selected.fill(-1 >>> 1, 0, size);
  select(run, block, of);
  leaveKeyless(run, { block, left }, of);
}

/** Courses that stop for good within the period in which the record began. */
function wholeOf(
  { periods }: Run,
  { shape, trace }: Part,
  { position, period }: { readonly position: number; readonly period: number },
): number {
  const { times, count } = shape;
  const end = periods.ends[period] as number;
  let whole = trace.sure;
  for (let course = 0; course < trace.stops.length; course += 1) {
    const stop = trace.stops[course] as number;
    if (stop >= 0 && (times[stop * count + position] as number) >= end) whole &= ~(1 << course);
  }
  return whole;
}

function select({ plan, columns }: Run, { selected, size }: Block, { shape, from }: Part): void {
  const { fields, left } = plan.selections;
  for (let field = 0; field < fields.length; field += 1) {
    const codes = (fields[field] as number) * shape.count + from;
    const leaves = field * columns.values.length;
    for (let slot = 0; slot < size; slot += 1) {
      const code = shape.codes[codes + slot] as number;
      selected[slot] = (selected[slot] as number) & (left[leaves + code] as number);
    }
  }
}

/** Leaves records of which a field that picks rows is empty: whether it is set later is for the phases to tell. */
function leaveKeyless(
  { plan }: Run,
  { block, left }: { readonly block: Block; readonly left: Int16Array },
  { shape, from }: Part,
): void {
  const { whole, part, size } = block;
  for (let key = 0; key < plan.keys.fields.length; key += 1) {
    const field = plan.keys.fields[key] as number;
    if (shape.lacks[field] === 0) continue;
    const codes = field * shape.count + from;
    for (let slot = 0; slot < size; slot += 1) {
      const courses = (whole[slot] as number) | (part[slot] as number);
      if (shape.codes[codes + slot] !== 0 || courses === 0) continue;
      const record = shape.records[from + slot] as number;
      left[record] = (left[record] as number) | courses;
      whole[slot] = 0;
      part[slot] = 0;
    }
  }
}

/** True where periods touch and nothing happens at the very end of what is known. */
function isSmooth({ periods }: Run, { times, count }: Shape, position: number): boolean {
  if (!periods.isTouching) return false;
  const until = periods.ends.at(-1) as number;
  for (let at = times.length - count + position; at > 0; at -= count) {
    const when = times[at] as number;
    if (when <= until) return when !== until;
  }
  return true;
}

/** Lays the instants of all flips of a course end to end, none after the last that is known; gives how many there are. */
function ownTimes(
  { periods }: Run,
  { ownAt, size }: Block,
  { shape, trace, from, course }: Part & { readonly course: number },
): number {
  const until = periods.ends.at(-1) as number;
  const flips = trace.flips[course] ?? [];
  for (let flip = 0; flip < flips.length; flip += 1) {
    const first = (flips[flip] as number) * shape.count + from;
    const into = flip * size;
    for (let i = 0; i < size; i += 1) ownAt[into + i] = Math.min(until, shape.times[first + i] as number);
  }
  return flips.length;
}

/** Adds up what the lane's calendar counts from every other flip to the next. */
function addLane({ plan }: Run, block: Block, { lane, flips }: { lane: number; flips: number }): void {
  const { ownAt: times, elapsed: into, size: count } = block;
  const at = lane * blockSlots;
  const calendar = plan.laneCalendar[lane] as number;
  into.fill(0, at, at + count);
  for (let flip = 0; flip < flips; flip += 2) {
    addElapsed(plan.table, calendar, { times, first: flip * count, count, into, at });
  }
}
