import { type Block, blockSlots, runsAt, slotAt } from "./block.ts";
import { carryLane, countParts } from "./judge-parts.ts";
import { rankedCount } from "./ranks.ts";
import type { Run } from "./run.ts";
import { workedOver } from "./service-table.ts";

/** Counts what a block tells, class by class. */
export function judgeBlock(run: Run, block: Block): void {
  const { laneFrom, classFrom, courses } = run.plan;
  for (let course = 0; course < courses; course += 1) {
    const turns = ownTurns(block, course);
    const lanes = laneFrom[course + 1] as number;
    for (let lane = laneFrom[course] as number; lane < lanes; lane += 1) {
      addLane(run, block, { lane, turns });
      carryLane(run, block, { lane, course });
    }
    const classes = classFrom[course + 1] as number;
    const count = ownSlots(block, course, block.whole);
    const of = { count, codes: block.codes, width: blockSlots, from: 0 };
    for (let index = classFrom[course] as number; index < classes; index += 1) countWhole(run, block, { ...of, index });
    const part = ownSlots(block, course, block.part);
    for (let index = classFrom[course] as number; index < classes; index += 1) countParts(run, block, { index, part });
  }
}

/** Picks the turns at which the clock of a course begins or ceases to run; gives how many. */
function ownTurns({ at, word, turns, ownAt, ownSlot }: Block, course: number): number {
  let count = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const here = word[turn] as number;
    ownAt[count] = at[turn] as number;
    ownSlot[count] = ((here >>> slotAt) << 1) | ((here >>> (course + runsAt)) & 1);
    count += (here >>> course) & 1;
  }
  return count;
}

/** Picks the slots that have the bit of a course; gives how many. */
export function ownSlots({ own, size }: Block, course: number, bits: Int32Array): number {
  let count = 0;
  for (let slot = 0; slot < size; slot += 1) {
    own[count] = slot;
    count += ((bits[slot] as number) >>> course) & 1;
  }
  return count;
}

/** Takes off what the lane's calendar shows where a clock begins to run and adds it where it ceases. */
function addLane({ plan }: Run, block: Block, { lane, turns }: { lane: number; turns: number }): void {
  const { table } = plan;
  const { ownAt, ownSlot, elapsed, worked } = block;
  const offset = lane * blockSlots;
  workedOver(table, { calendar: plan.laneCalendar[lane] as number, count: turns }, { from: ownAt, into: worked });
  for (let i = offset; i < offset + block.size; i += 1) elapsed[i] = 0;
  for (let i = 0; i < turns; i += 1) {
    const turn = ownSlot[i] as number;
    const sign = (turn << 31) >> 31;
    const place = offset + (turn >> 1);
    elapsed[place] = (elapsed[place] as number) + ((worked[i] as number) ^ sign) - sign;
  }
}

/** A class, how many own slots are to be counted, and the codes of fields by `field * width + from + slot`. */
interface Whole {
  readonly index: number;
  readonly count: number;
  readonly codes: Int32Array;
  readonly width: number;
  readonly from: number;
}

/** Adds one to a cell of the row for each of the first own slots that the selection of the class holds. */
export function countWhole({ ranks, columns }: Run, block: Block, of: Whole): void {
  const { heads, rowAt, rows, cells, slots } = ranks;
  const { own, selected, elapsed, period } = block;
  const { index, count, codes } = of;
  const selection = heads[4 * index + 1] as number;
  const keyed = (heads[4 * index + 2] as number) * of.width + of.from;
  const places = index * columns.values.length;
  for (let i = 0; i < count; i += 1) {
    const slot = own[i] as number;
    const row = rowAt[places + (codes[keyed + slot] as number)] as number;
    if (row < 0 || (((selected[slot] as number) >>> selection) & 1) === 0) continue;
    const seconds = elapsed[(rows[row] as number) * blockSlots + slot] as number;
    const end = row + 4 + (rows[row + 3] as number);
    let late = 0;
    for (let limit = row + 4; limit < end; limit += 1) late -= ((rows[limit] as number) - seconds) >> 31;
    const cell = (rows[row + 2] as number) + late * slots + (period[slot] as number) * rankedCount;
    cells[cell] = (cells[cell] as number) + 1;
  }
}
