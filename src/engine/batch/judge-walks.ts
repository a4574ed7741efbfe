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
 * Counts records from period to period and from row to row, of clocks that stop once or never. A clock that goes on
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
  const { heads, rowAt, rows, cells, slots } = run.ranks;
  const { ends } = run.periods;
  const { shape, trace, index } = of;
  const { times, count, changes } = shape;
  const course = heads[4 * index] as number;
  const field = heads[4 * index + 2] as number;
  const stop = trace.stops[course] as number;
  const stopped = stop < 0 ? ends.at(-1) as number : (times[stop * count + position] as number);
  let row = begun;
  let rank = 0;
  let next = 0;
  for (let period = first; period < ends.length; period += 1) {
    const end = ends[period] as number;
    for (; next < changes.length; next += 1) {
      const change = changes[next] as Shape["changes"][number];
      if (change.field !== field) continue;
      const at = times[change.instant * count + position] as number;
      if (at >= end || at > stopped) break;
      const code = change.codes[position] as number;
      const after = rowAt[index * run.columns.values.length + code] as number;
      if (after === row) continue;
      const isSure = change.isAlone && rank === 0 && row >= 0 && after >= 0;
      if (!isSure || !isInTime(run, of, { position, at, row }) || !isInTime(run, of, { position, at, row: after })) {
        run.closer.push(shape.records[position] as number, index, period);
        return;
      }
      row = after;
    }
    if (row < 0) {
      if (stopped < end) return;
      continue;
    }
    const isStopped = stop >= 0 && stopped < end;
    const seconds = secondsAt(run, of, { position, at: end, row });
    const limits = rows[row + 3] as number;
    let late = 0;
    for (let limit = row + 4; limit < row + 4 + limits; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
    const kind = isStopped ? ranked.inTime : ranked.running;
    const cell = (rows[row + 2] as number) + (rank * (limits + 1) + late) * slots + period * rankedCount + kind;
    cells[cell] = (cells[cell] as number) + 1;
    rank = late;
    if (isStopped || (late === limits && next === changes.length)) return;
  }
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
