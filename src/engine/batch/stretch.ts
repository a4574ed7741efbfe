import { type Block, blockSlots, mostStretches, notChanged } from "./block.ts";
import type { Run } from "./run.ts";

/** Lets a record begin in a slot, without a value in any field. */
export function beginRecord(block: Block, slot: number, of: Record<"record" | "courses" | "period", number>): void {
  const { codes } = block;
  for (let at = slot; at < codes.length; at += blockSlots) codes[at] = 0;
  block.record[slot] = of.record;
  block.courses[slot] = of.courses;
  block.period[slot] = of.period;
  block.goesOn[slot] = 0;
  block.changedAt[slot] = notChanged;
}

/** What a stretch ends with: its status, and how many turns there are by then. */
export interface End {
  /** The first slot of the record. */
  readonly first: number;
  readonly status: number;
  readonly turns: number;
}

/** Ends a stretch and lets the record go on in the next slot; the number of that slot. */
export function goOn(block: Block, slot: number, { status, turns }: End): number {
  const { codes } = block;
  const next = slot + 1;
  for (let at = slot; at < codes.length; at += blockSlots) codes[at + 1] = codes[at] as number;
  block.endStatus[slot] = status;
  block.record[next] = block.record[slot] as number;
  block.period[next] = block.period[slot] as number;
  block.goesOn[next] = 1;
  block.changedAt[next] = notChanged;
  block.turnFrom[next] = turns;
  return next;
}

/**
 * Goes on through the periods that end before an instant; the number of the last slot, or `noSlot` where the periods
 * do not touch, where something happens at the very end of one, and where there are too many stretches.
 */
export function goOnTo(
  { periods }: Run,
  block: Block,
  of: End & { readonly slot: number; readonly at: number },
): number {
  const { starts, ends } = periods;
  let { slot } = of;
  for (let end = ends[block.period[slot] as number] as number; end <= of.at; ) {
    const period = (block.period[slot] as number) + 1;
    if (end === of.at || starts[period] !== end || slot + 2 - of.first >= mostStretches) return noSlot;
    slot = goOn(block, slot, of);
    block.period[slot] = period;
    end = ends[period] as number;
  }
  return slot;
}

export const noSlot = -1;
