import { type Block, blockRecords, blockTurns, turnWord } from "./block.ts";
import { firstField, says } from "./columns.ts";
import { running, symbolOf } from "./moves.ts";
import type { Run } from "./run.ts";
import { fieldBit } from "./selections.ts";

/**
 * Reads records from `first` on into a block, as many as have room: one look-up moves the clocks of all courses, and
 * the events of one instant give its last status. Events at or after `until` are not read.
 */
export function readBlock({ columns, plan, base }: Run, block: Block, of: { first: number; until: number }): void {
  const { happened, what, value, offsets, count } = columns;
  const { keep, set } = plan.moves;
  const { at: turnAt, status: turnStatus, word, changed: turnChanged, codes } = block;
  const { turnFrom, opened: openedAt, last, changedAtLast } = block;
  const { until } = of;
  const most = Math.min(blockRecords, count - of.first);
  const all = (1 << plan.courses) - 1;
  let slot = 0;
  let turns = 0;
  for (; slot < most; slot += 1) {
    const first = offsets[of.first + slot] as number;
    const end = offsets[of.first + slot + 1] as number;
    if (turns + end - first > blockTurns) break;
    for (let at = slot; at < codes.length; at += blockRecords) codes[at] = 0;
    turnFrom[slot] = turns;
    const opened = first < end ? (happened[first] as number) : until;
    openedAt[slot] = opened - base;
    const mute = what[first] === says.answer ? first : -1;
    let status = 0;
    let told = -1;
    let changed = 0;
    let at = 0;
    let next = opened;
    for (let i = first; next < until; i += 1) {
      at = next;
      next = i + 1 < end ? (happened[i + 1] as number) : until;
      const said = what[i] as number;
      if (said >= firstField) {
        const place = (said - firstField) * blockRecords + slot;
        if (at === opened) codes[place] = value[i] as number;
        else if (codes[place] !== value[i]) changed |= fieldBit(said - firstField);
      } else if (said !== says.nothing && i !== mute) {
        const symbol = symbolOf(said, value[i] as number);
        status = (status & (keep[symbol] as number)) | (set[symbol] as number);
      }
      if (status === told || next === at) continue;
      turnAt[turns] = at - base;
      turnStatus[turns] = status;
      const runs = running(status) & all;
      word[turns] = turnWord(slot, runs, runs ^ (running(told) & all));
      turnChanged[turns] = changed;
      turns += 1;
      told = status;
    }
    last[slot] = at - base;
    changedAtLast[slot] = changed;
  }
  turnFrom[slot] = turns;
  Object.assign(block, { first: of.first, size: slot, turns });
}
