import type { Plan } from "./plan.ts";

/** So many records are read before their service seconds are asked for, in loops that do one thing each. */
export const blockRecords = 512;
/** Room for the turns of a block; a record with more events is not read in blocks. */
export const blockTurns = 8192;

/**
 * Some records that follow each other, as far as they were read. A record stands in a slot; a turn is an instant at
 * which its status changed.
 */
export interface Block {
  /** Index of the first record, and how many are read. */
  first: number;
  size: number;
  turns: number;
  /** By turn: when, and the status after it. */
  readonly at: Int32Array;
  readonly status: Int32Array;
  /** Its slot, which courses run after it, and which began or ceased to, in one word (see `turnWord`). */
  readonly word: Int32Array;
  /** The fields changed by then. */
  readonly changed: Int32Array;
  /** By slot: its first turn, its first and last event that is known, and what changed by the end. */
  readonly turnFrom: Int32Array;
  readonly opened: Int32Array;
  readonly last: Int32Array;
  readonly changedAtLast: Int32Array;
  /** By `field * blockRecords + slot`: the code of the field that the record began with. */
  readonly codes: Int32Array;
  /** By slot: the period in which it began, the selections that hold it, and the courses that need a closer reading. */
  readonly period: Int32Array;
  readonly selected: Int32Array;
  readonly unsettled: Int32Array;
  /** Turns of one course: when, and twice the slot, and 1 where its clock began to run. */
  readonly ownAt: Int32Array;
  readonly ownSlot: Int32Array;
  readonly worked: Int32Array;
  /** Slots that are settled for one course. */
  readonly judged: Int32Array;
  /** By `lane * blockRecords + slot`. */
  readonly elapsed: Int32Array;
}

export const runsAt = 10;
export const slotAt = 20;

/** Bits of courses, and above them the slot. */
export const turnWord = (slot: number, runs: number, flips: number): number =>
  (slot << slotAt) | (runs << runsAt) | flips;

export function noBlock({ laneCalendar }: Plan, fields: number): Block {
  const byTurn = (): Int32Array => new Int32Array(blockTurns);
  const bySlot = (): Int32Array => new Int32Array(blockRecords + 1);
  return {
    first: 0,
    size: 0,
    turns: 0,
    at: byTurn(),
    status: byTurn(),
    word: byTurn(),
    changed: byTurn(),
    turnFrom: bySlot(),
    opened: bySlot(),
    last: bySlot(),
    changedAtLast: bySlot(),
    codes: new Int32Array((fields + 1) * blockRecords),
    period: bySlot(),
    selected: bySlot(),
    unsettled: bySlot(),
    ownAt: byTurn(),
    ownSlot: byTurn(),
    worked: byTurn(),
    judged: bySlot(),
    elapsed: new Int32Array(laneCalendar.length * blockRecords),
  };
}
