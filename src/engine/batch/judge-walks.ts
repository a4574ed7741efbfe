import type { Block } from "./block.ts";
import { ranked, rankedCount } from "./ranks.ts";
import type { Run } from "./run.ts";
import { workedAt } from "./service-table.ts";
import type { Shape } from "./shapes.ts";
import type { Trace } from "./trace.ts";

/** A class of clocks and the own slots of a block, which hold records of a shape. */
export interface Walks {
  readonly shape: Shape;
  readonly trace: Trace;
  readonly index: number;
  /** The position of the first slot, and how many own slots there are. */
  readonly from: number;
  readonly count: number;
}

/**
 * Counts records from period to period and from row to row, of clocks that are not called off. A clock that goes on
 * and is late by neither row at a change is ruled by the new one from then on; the phases of others are told apart.
 */
export function countWalks(run: Run, block: Block, of: Walks): void {
  const { heads, rowAt } = run.ranks;
  const { own, selected } = block;
  const { index, from, count, shape } = of;
  const selection = heads[4 * index + 1] as number;
  const keyed = (heads[4 * index + 2] as number) * shape.count;
  const places = index * run.columns.values.length;
  const now: Place = { position: 0, period: 0, row: 0, rank: 0, next: 0, flip: 0, seconds: 0 };
  for (let i = 0; i < count; i += 1) {
    const slot = own[i] as number;
    if ((((selected[slot] as number) >>> selection) & 1) === 0) continue;
    now.position = from + slot;
    now.period = block.period[slot] as number;
    now.row = rowAt[places + (shape.codes[keyed + from + slot] as number)] as number;
    now.rank = 0;
    now.next = 0;
    now.flip = 0;
    now.seconds = 0;
    walk(run, of, now);
  }
}

/** Where a walk stands: its row, the rank so far, the next change of a field, the next flip and the seconds by then. */
interface Place {
  position: number;
  period: number;
  row: number;
  rank: number;
  next: number;
  flip: number;
  seconds: number;
}

function walk(run: Run, of: Walks, now: Place): void {
  const { heads, rows } = run.ranks;
  const { ends, starts } = run.periods;
  const { times, count, changes } = of.shape;
  const stoppedFrom = of.trace.stoppedFrom[heads[4 * of.index] as number] as Int32Array;
  const last = stoppedFrom.length - 1;
  let instant = 0;
  for (; now.period < ends.length; now.period += 1) {
    const end = ends[now.period] as number;
    while (instant < last && (times[(instant + 1) * count + now.position] as number) < end) instant += 1;
    const stop = stoppedFrom[instant] as number;
    const isOver = instant === last && stop >= 0;
    if (now.next < changes.length && !changeRows(run, of, { now, end, until: isOver ? stop : last })) return;
    if (now.row >= 0) {
      countOn(run, of, { now, until: end });
      const isJudged = stop < 0 || (times[stop * count + now.position] as number) >= (starts[now.period] as number);
      if (isJudged) countPeriod(run, now, stop < 0 ? ranked.running : ranked.inTime);
      if (now.rank === rows[now.row + 3] && now.next === changes.length) return;
    }
    if (isOver) return;
  }
}

/** Counts on through the flips before an instant. */
function countOn(
  { plan, ranks }: Run,
  { shape, trace, index }: Walks,
  { now, until }: { readonly now: Place; readonly until: number },
): void {
  const { heads, rows } = ranks;
  const flips = trace.flips[heads[4 * index] as number] as readonly number[];
  const calendar = rows[now.row + 1] as number;
  for (; now.flip < flips.length; now.flip += 1) {
    const when = shape.times[(flips[now.flip] as number) * shape.count + now.position] as number;
    if (when >= until) return;
    const sign = (now.flip & 1) - 1;
    now.seconds += (workedAt(plan.table, calendar, when) ^ sign) - sign;
  }
}

/** Lets rows change before the end of the period, up to an instant; false where phases are to be told apart. */
function changeRows(
  run: Run,
  of: Walks,
  { now, end, until }: { readonly now: Place; readonly end: number; readonly until: number },
): boolean {
  const { heads, rowAt } = run.ranks;
  const { shape, trace, index } = of;
  const { changes, times, count } = shape;
  const stoppedFrom = trace.stoppedFrom[heads[4 * index] as number] as Int32Array;
  for (; now.next < changes.length; now.next += 1) {
    const { field, instant, isAlone, codes } = changes[now.next] as Shape["changes"][number];
    if (field !== heads[4 * index + 2]) continue;
    const at = times[instant * count + now.position] as number;
    if (at >= end || instant > until) return true;
    const row = rowAt[index * run.columns.values.length + (codes[now.position] as number)] as number;
    if (row === now.row) continue;
    const goesOn = isAlone && stoppedFrom[instant] === -1 && now.rank === 0 && now.row >= 0 && row >= 0;
    if (!goesOn || !isInTime(run, of, { now, at }) || !isInTimeUnder(run, of, { now, at, row })) {
      run.closer.push(shape.records[now.position] as number, index, now.period);
      return false;
    }
  }
  return true;
}

/** True where no member of the row is late at an instant. */
function isInTime(run: Run, of: Walks, { now, at }: { readonly now: Place; readonly at: number }): boolean {
  const { rows } = run.ranks;
  countOn(run, of, { now, until: at });
  const since = (now.flip & 1) === 0 ? 0 : workedAt(run.plan.table, rows[now.row + 1] as number, at);
  return now.seconds + since <= (rows[now.row + 4] as number);
}

/** The same of another row, which rules from then on; its calendar counts the whole clock again (semantics 3). */
function isInTimeUnder(
  run: Run,
  of: Walks,
  { now, at, row }: { readonly now: Place; readonly at: number; readonly row: number },
): boolean {
  const { rows } = run.ranks;
  if (rows[row + 1] !== rows[now.row + 1]) {
    now.flip = 0;
    now.seconds = 0;
  }
  now.row = row;
  return isInTime(run, of, { now, at });
}

/** Counts the period at hand by the seconds at its end. */
function countPeriod({ ranks, plan, endWorked }: Run, now: Place, kind: number): void {
  const { rows, cells, slots } = ranks;
  const { row, period } = now;
  const limits = rows[row + 3] as number;
  const isRunning = (now.flip & 1) === 1;
  const since = isRunning ? (endWorked[period * plan.table.calendars + (rows[row + 1] as number)] as number) : 0;
  const seconds = now.seconds + since;
  let late = 0;
  for (let limit = row + 4; limit < row + 4 + limits; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
  const before = (rows[row + 2] as number) + (now.rank * (limits + 1) + late) * slots;
  const cell = before + period * rankedCount + kind;
  cells[cell] = (cells[cell] as number) + 1;
  now.rank = late;
}
