import { type Block, blockRecords } from "./block.ts";
import { running } from "./moves.ts";
import { rankedCount } from "./ranks.ts";
import type { Run } from "./run.ts";
import { workedOver } from "./service-table.ts";

/** Counts what is settled in a block, class by class. */
export function judgeBlock(run: Run, block: Block): void {
  const { laneFrom, classes, courses } = run.plan;
  for (let course = 0; course < courses; course += 1) {
    const turns = ownTurns(block, course);
    const end = laneFrom[course + 1] as number;
    for (let lane = laneFrom[course] as number; lane < end; lane += 1) addLane(run, block, { lane, turns });
  }
  for (let index = 0; index < classes.length; index += 1) countClass(run, block, index);
}

/** Picks the turns at which the clock of a course begins or ceases to run; gives how many. */
function ownTurns({ at, status, flips, slot, turns, ownAt, ownSlot }: Block, course: number): number {
  let count = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    ownAt[count] = at[turn] as number;
    ownSlot[count] = ((slot[turn] as number) << 1) | ((running(status[turn] as number) >>> course) & 1);
    count += ((flips[turn] as number) >>> course) & 1;
  }
  return count;
}

/** Takes off what the lane's calendar shows where a clock begins to run and adds it where it ceases. */
function addLane({ plan }: Run, block: Block, { lane, turns }: { lane: number; turns: number }): void {
  const { table } = plan;
  const { ownAt, ownSlot, elapsed, worked } = block;
  const offset = lane * blockRecords;
  workedOver(table, { calendar: plan.laneCalendar[lane] as number, count: turns }, { from: ownAt, into: worked });
  for (let i = offset; i < offset + block.size; i += 1) elapsed[i] = 0;
  for (let i = 0; i < turns; i += 1) {
    const turn = ownSlot[i] as number;
    const sign = (turn << 31) >> 31;
    const place = offset + (turn >> 1);
    elapsed[place] = (elapsed[place] as number) + ((worked[i] as number) ^ sign) - sign;
  }
}

/** Adds one to a cell of the row for each settled record that the selection of the class holds. */
function countClass({ ranks, columns }: Run, block: Block, index: number): void {
  const { heads, rowAt, rows, cells } = ranks;
  const { selected, unsettled, codes, elapsed, period, size } = block;
  const course = heads[4 * index] as number;
  const selection = heads[4 * index + 1] as number;
  const keyed = (heads[4 * index + 2] as number) * blockRecords;
  const places = index * columns.values.length;
  for (let slot = 0; slot < size; slot += 1) {
    if ((((selected[slot] as number) >>> selection) & ~((unsettled[slot] as number) >>> course) & 1) === 0) continue;
    const row = rowAt[places + (codes[keyed + slot] as number)] as number;
    if (row < 0) continue;
    const seconds = elapsed[(rows[row] as number) * blockRecords + slot] as number;
    const limits = rows[row + 3] as number;
    let late = 0;
    for (let limit = row + 4; limit < row + 4 + limits; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
    const cell =
      (rows[row + 2] as number) + (period[slot] as number) * rankedCount * (limits + 1) * (limits + 1) + late;
    cells[cell] = (cells[cell] as number) + 1;
  }
}
