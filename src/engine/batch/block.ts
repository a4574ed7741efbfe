import type { Plan } from "./plan.ts";

/** So many stretches are read before their service seconds are asked for, in loops that do one thing each. */
export const blockSlots = 512;
/** Room for the turns of a block, and for the stretches of one record; one with more is judged by its phases. */
export const blockTurns = 8192;
export const mostStretches = 32;

/**
 * Some records that follow each other, as far as they were read. A stretch of a record lies in one period and under
 * one row, and stands in a slot; a turn is an instant at which the status of a record changed.
 */
export interface Block {
  /** How many slots and turns are filled. */
  size: number;
  turns: number;
  /** By turn: when, and the status after it. */
  readonly at: Int32Array;
  readonly status: Int32Array;
  /** Its slot, which courses run after it, and which began or ceased to, in one word (see `turnWord`). */
  readonly word: Int32Array;
  /** By slot: its record and the courses asked of it, its period, its first turn and the status at its end. */
  readonly record: Int32Array;
  readonly courses: Int32Array;
  readonly period: Int32Array;
  readonly turnFrom: Int32Array;
  readonly endStatus: Int32Array;
  /**
   * By slot: 1 where it goes on from the slot before; when a row changed at its end, or one of `notChanged` and
   * `goesOnOpen`; 1 where that was in a second of its own.
   */
  readonly goesOn: Uint8Array;
  readonly changedAt: Int32Array;
  readonly isAlone: Uint8Array;
  /** By `field * blockSlots + slot`: the code of the field. */
  readonly codes: Int32Array;
  /** By slot: the selections that hold the record, and the courses that stand stopped for good at its end. */
  readonly selected: Int32Array;
  readonly final: Int32Array;
  /** By slot: the courses of which it tells all there is to know, and those of which it tells a part. */
  readonly whole: Int32Array;
  readonly part: Int32Array;
  /** Slots of records of several stretches, or whose clocks go on. */
  readonly chained: Slots;
  /** Records to be judged by their phases. */
  readonly odd: Slots;
  /** Turns of one course: when, and twice the slot, and 1 where its clock began to run. */
  readonly ownAt: Int32Array;
  readonly ownSlot: Int32Array;
  readonly worked: Int32Array;
  /** Slots of one course. */
  readonly own: Int32Array;
  /** By `lane * blockSlots + slot`: service seconds by the end of the slot. */
  readonly elapsed: Int32Array;
}

/** The first `count` are filled. */
export interface Slots {
  count: number;
  readonly all: Int32Array;
}

/** In place of an instant: no row changed. */
export const notChanged = -1;
/** No row changed, and a clock goes on after the end of this slot, the last of the record. */
export const goesOnOpen = -2;

export const runsAt = 10;
export const slotAt = 20;

/** Bits of courses, and above them the slot. */
export const turnWord = (slot: number, runs: number, flips: number): number =>
  (slot << slotAt) | (runs << runsAt) | flips;

export function noBlock({ laneCalendar }: Plan, fields: number): Block {
  const byTurn = (): Int32Array => new Int32Array(blockTurns);
  const bySlot = (): Int32Array => new Int32Array(blockSlots + 1);
  const slots = (): Slots => ({ count: 0, all: bySlot() });
  return {
    size: 0,
    turns: 0,
    at: byTurn(),
    status: byTurn(),
    word: byTurn(),
    record: bySlot(),
    courses: bySlot(),
    period: bySlot(),
    turnFrom: bySlot(),
    endStatus: bySlot(),
    goesOn: new Uint8Array(blockSlots + 1),
    changedAt: bySlot(),
    isAlone: new Uint8Array(blockSlots + 1),
    codes: new Int32Array((fields + 1) * blockSlots),
    selected: bySlot(),
    final: bySlot(),
    whole: bySlot(),
    part: bySlot(),
    chained: slots(),
    odd: slots(),
    ownAt: byTurn(),
    ownSlot: byTurn(),
    worked: byTurn(),
    own: bySlot(),
    elapsed: new Int32Array(laneCalendar.length * blockSlots),
  };
}

export function push(slots: Slots, slot: number): void {
  slots.all[slots.count] = slot;
  slots.count += 1;
}
