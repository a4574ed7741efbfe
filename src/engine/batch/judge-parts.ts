import { type Block, blockSlots, goesOnOpen } from "./block.ts";
import { isCancelled, running, stopped } from "./moves.ts";
import { ranked, rankedCount } from "./ranks.ts";
import type { Run } from "./run.ts";
import { workedAt } from "./service-table.ts";

/** Lets a lane count on from slot to slot of a record, and up to the end of each slot at which its clock runs. */
export function carryLane(run: Run, block: Block, { lane, course }: { lane: number; course: number }): void {
  const { endWorked } = run;
  const { table, laneCalendar } = run.plan;
  const { chained, goesOn, changedAt, endStatus, period, elapsed } = block;
  const calendar = laneCalendar[lane] as number;
  const offset = lane * blockSlots;
  let carried = 0;
  for (let i = 0; i < chained.count; i += 1) {
    const slot = chained.all[i] as number;
    const at = changedAt[slot] as number;
    const isRunning = (running(endStatus[slot] as number) >>> course) & 1;
    carried = (elapsed[offset + slot] as number) + (carried & -(goesOn[slot] as number));
    let since = 0;
    if (isRunning === 1) {
      since =
        at < 0
          ? (endWorked[(period[slot] as number) * table.calendars + calendar] as number)
          : workedAt(table, calendar, at);
    }
    elapsed[offset + slot] = carried + since;
  }
}

/** In place of a rank: there is no more to tell of the record here. */
const told = -1;

/** Counts slots that tell a part, in which each begins with the rank that the one before it ended with. */
export function countParts(run: Run, block: Block, { index, part }: { index: number; part: number }): void {
  const { heads, rowAt } = run.ranks;
  const { own, goesOn, changedAt, selected, codes, final } = block;
  const course = heads[4 * index] as number;
  const selection = heads[4 * index + 1] as number;
  const keyed = (heads[4 * index + 2] as number) * blockSlots;
  const places = index * run.columns.values.length;
  let rank = 0;
  for (let i = 0; i < part; i += 1) {
    const slot = own[i] as number;
    if (goesOn[slot] === 0) rank = (((selected[slot] as number) >>> selection) & 1) - 1;
    if (rank === told) continue;
    const row = rowAt[places + (codes[keyed + slot] as number)] as number;
    const isFinal = ((final[slot] as number) >>> course) & 1;
    if ((changedAt[slot] as number) >= 0 && isFinal === 0) {
      const next = rowAt[places + (codes[keyed + slot + 1] as number)] as number;
      if (next !== row) rank = changeRow(run, block, { slot, index, course, row, next, rank });
    } else if (row >= 0) rank = countPeriods(run, block, { slot, index, course, row, rank });
  }
}

interface Part {
  readonly slot: number;
  readonly index: number;
  readonly course: number;
  readonly row: number;
  readonly rank: number;
}

/** Counts the period of a slot, and where the clock goes on after the last slot those after it; gives the rank. */
function countPeriods(run: Run, block: Block, of: Part): number {
  const { ranks, periods, endWorked } = run;
  const { slot, index, course, row } = of;
  const lane = ranks.rows[row] as number;
  const calendar = ranks.rows[row + 1] as number;
  const limits = ranks.rows[row + 3] as number;
  const status = block.endStatus[slot] as number;
  let period = block.period[slot] as number;
  let seconds = block.elapsed[lane * blockSlots + slot] as number;
  const kind =
    ((stopped(status) >>> course) & 1) === 1
      ? ranked.inTime
      : isCancelled(status, course)
        ? ranked.nothing
        : ranked.running;
  let rank = count(run, { row, seconds, rank: of.rank, at: period * rankedCount + kind });
  if (block.changedAt[slot] !== goesOnOpen || kind !== ranked.running) return rank;
  const { calendars } = run.plan.table;
  const runs = -((running(status) >>> course) & 1);
  for (; rank < limits && period + 1 < periods.ends.length; period += 1) {
    if (periods.starts[period + 1] !== periods.ends[period]) {
      run.closer.push(block.record[slot] as number, index, period + 1);
      return told;
    }
    const from = endWorked[period * calendars + calendar] as number;
    seconds += ((endWorked[(period + 1) * calendars + calendar] as number) - from) & runs;
    rank = count(run, { row, seconds, rank, at: (period + 1) * rankedCount + kind });
  }
  return rank;
}

/** Adds one to a cell of a row; gives the rank after it. */
function count(
  { ranks: { rows, cells, slots } }: Run,
  of: { readonly row: number; readonly seconds: number; readonly rank: number; readonly at: number },
): number {
  const { row, seconds, rank, at } = of;
  const limits = rows[row + 3] as number;
  let late = 0;
  for (let limit = row + 4; limit < row + 4 + limits; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
  const cell = (rows[row + 2] as number) + (rank * (limits + 1) + late) * slots + at;
  cells[cell] = (cells[cell] as number) + 1;
  return late;
}

/**
 * Lets another row rule a clock that did not stop for good. One that goes on and is late by neither row is ruled by the
 * new one from then on; the phases of all others are to be told apart.
 */
function changeRow(run: Run, block: Block, of: Part & { readonly next: number }): number {
  if (isSure(run, block, of)) return of.rank;
  run.closer.push(block.record[of.slot] as number, of.index, block.period[of.slot] as number);
  return told;
}

function isSure(run: Run, block: Block, { slot, course, row, next, rank }: Part & { readonly next: number }): boolean {
  const status = block.endStatus[slot] as number;
  if (block.isAlone[slot] === 0 || rank !== 0 || row < 0 || next < 0) return false;
  if (((stopped(status) >>> course) & 1) === 1 || isCancelled(status, course)) return false;
  return isInTime(run, block, { slot, row }) && isInTime(run, block, { slot, row: next });
}

const isInTime = (
  { ranks: { rows } }: Run,
  { elapsed }: Block,
  { slot, row }: { readonly slot: number; readonly row: number },
): boolean => (elapsed[(rows[row] as number) * blockSlots + slot] as number) <= (rows[row + 4] as number);
