import { type Block, blockSlots } from "./block.ts";
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
  readonly count: number;
}

/**
 * Counts records from period to period and from row to row, of clocks that are not called off. A clock that goes on
 * and is late by neither row at a change is ruled by the new one from then on; the phases of others are told apart.
 */
export function countWalks(run: Run, block: Block, of: Walks): void {
  const { heads, rowAt } = run.ranks;
  const { own, selected, codes, turnFrom } = block;
  const { index, count } = of;
  const selection = heads[4 * index + 1] as number;
  const keyed = (heads[4 * index + 2] as number) * blockSlots;
  const places = index * run.columns.values.length;
  for (let i = 0; i < count; i += 1) {
    const slot = own[i] as number;
    if ((((selected[slot] as number) >>> selection) & 1) === 0) continue;
    const row = rowAt[places + (codes[keyed + slot] as number)] as number;
    walk(run, of, { position: turnFrom[slot] as number, period: block.period[slot] as number, row });
  }
}

interface Walk {
  readonly position: number;
  readonly period: number;
  readonly row: number;
}

function walk(run: Run, of: Walks, { position, period: first, row: begun }: Walk): void {
  const { heads, rows } = run.ranks;
  const { ends, starts } = run.periods;
  const { shape, trace, index } = of;
  const { times, count } = shape;
  const stoppedFrom = trace.stoppedFrom[heads[4 * index] as number] as Int32Array;
  const last = stoppedFrom.length - 1;
  const now: Place = { position, period: first, row: begun, rank: 0, next: 0 };
  let instant = 0;
  for (; now.period < ends.length; now.period += 1) {
    const end = ends[now.period] as number;
    while (instant < last && (times[(instant + 1) * count + position] as number) < end) instant += 1;
    const stop = stoppedFrom[instant] as number;
    const isOver = instant === last && stop >= 0;
    if (!changeRows(run, of, { now, end, until: isOver ? stop : last })) return;
    const isJudged = stop < 0 || (times[stop * count + position] as number) >= (starts[now.period] as number);
    if (isJudged && now.row >= 0) countPeriod(run, of, { now, end, kind: stop < 0 ? ranked.running : ranked.inTime });
    if (isOver || (now.row >= 0 && now.rank === rows[now.row + 3] && now.next === shape.changes.length)) return;
  }
}

/** Where a walk stands: its row, the rank so far and the next change of a field. */
interface Place {
  readonly position: number;
  period: number;
  row: number;
  rank: number;
  next: number;
}

interface Step {
  readonly now: Place;
  readonly end: number;
}

/** Lets rows change before the end of the period, up to an instant; false where phases are to be told apart. */
function changeRows(run: Run, of: Walks, { now, end, until }: Step & { readonly until: number }): boolean {
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
    if (!goesOn || !isInTime(run, of, { ...now, at }) || !isInTime(run, of, { ...now, at, row })) {
      run.closer.push(shape.records[now.position] as number, index, now.period);
      return false;
    }
    now.row = row;
  }
  return true;
}

function countPeriod(run: Run, of: Walks, { now, end, kind }: Step & { readonly kind: number }): void {
  const { rows, cells, slots } = run.ranks;
  const { row } = now;
  const seconds = secondsAt(run, of, { position: now.position, at: end, row });
  const limits = rows[row + 3] as number;
  let late = 0;
  for (let limit = row + 4; limit < row + 4 + limits; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
  const ranks = (rows[row + 2] as number) + (now.rank * (limits + 1) + late) * slots;
  const cell = ranks + now.period * rankedCount + kind;
  cells[cell] = (cells[cell] as number) + 1;
  now.rank = late;
}

interface Then {
  readonly position: number;
  readonly at: number;
  readonly row: number;
}

/** True where no member of a row is late at an instant. */
const isInTime = (run: Run, of: Walks, then: Then): boolean =>
  secondsAt(run, of, then) <= (run.ranks.rows[then.row + 4] as number);

/** Service seconds that a row's calendar counts before an instant. */
function secondsAt(run: Run, { shape, trace, index }: Walks, { position, at, row }: Then): number {
  const { table } = run.plan;
  const { heads, rows } = run.ranks;
  const calendar = rows[row + 1] as number;
  const flips = trace.flips[heads[4 * index] as number] as readonly number[];
  let seconds = 0;
  for (let flip = 0; flip < flips.length; flip += 1) {
    const when = shape.times[(flips[flip] as number) * shape.count + position] as number;
    const sign = (flip & 1) - 1;
    if (when >= at) return (flip & 1) === 0 ? seconds : seconds + workedAt(table, calendar, at);
    seconds += (workedAt(table, calendar, when) ^ sign) - sign;
  }
  return (flips.length & 1) === 0 ? seconds : seconds + workedAt(table, calendar, at);
}
