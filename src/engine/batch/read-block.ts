import { type Block, blockSlots, blockTurns, goesOnOpen, mostStretches, push, turnWord } from "./block.ts";
import { firstField, says } from "./columns.ts";
import { isOver, running, stopped, symbolOf } from "./moves.ts";
import { periodAt, type Run } from "./run.ts";
import { fieldBit } from "./selections.ts";
import { beginRecord, goOn, goOnTo, noSlot } from "./stretch.ts";

/** The records to read, and the place of the first of them; by record the courses that are asked of it. */
interface From {
  readonly records: Int32Array;
  readonly first: number;
  readonly left: Int16Array;
  readonly until: number;
}

/**
 * Reads records into a block, as many as have room: one look-up moves the clocks of all
 * courses, and the events of one instant give its last status. Events at or after `until` are not read. Gives the
 * place of the first record that is not read.
 */
export function readBlock(run: Run, block: Block, of: From): number {
  const { columns, plan, periods, base } = run;
  const { records, left, until } = of;
  const { happened, what, value, offsets } = columns;
  const { keep, set } = plan.moves;
  const { at: turnAt, status: turnStatus, word, turnFrom, codes, changedAt, isAlone, endStatus } = block;
  const { starts, ends } = periods;
  const all = (1 << plan.courses) - 1;
  const keys = plan.keys.fields;
  const keyBits = plan.keys.bits;
  const selectionBits = plan.selections.bits;
  let place = of.first;
  let slot = 0;
  let turns = 0;
  block.odd.count = 0;
  for (; place < records.length && slot + mostStretches <= blockSlots && block.odd.count < blockSlots; place += 1) {
    const record = records[place] as number;
    const courses = left[record] as number;
    const first = offsets[record] as number;
    const end = offsets[record + 1] as number;
    const opened = first < end ? (happened[first] as number) : until;
    if (opened >= until) continue;
    if (turns + end - first > blockTurns) {
      if (turns > 0) break;
      push(block.odd, record);
      continue;
    }
    const firstSlot = slot;
    const firstTurn = turns;
    const period = periodAt(run, opened - base);
    const start = starts[period] as number;
    beginRecord(block, slot, { record, courses, period });
    turnFrom[slot] = turns;
    let edge = (ends[period] as number) + base;
    let isOdd = opened - base < start;
    const mute = what[first] === says.answer ? first : -1;
    let status = 0;
    let told = -1;
    let at = 0;
    let next = opened;
    let beganAt = opened;
    let i = first;
    for (; next < until; i += 1) {
      const before = at;
      at = next;
      next = i + 1 < end ? (happened[i + 1] as number) : until;
      if (at >= edge && !isOdd) {
        const reached = goOnTo(run, block, { slot, at: at - base, first: firstSlot, status: told, turns });
        isOdd = reached === noSlot;
        if (!isOdd) {
          slot = reached;
          edge = (ends[block.period[slot] as number] as number) + base;
        }
      }
      const said = what[i] as number;
      if (said >= firstField) {
        const field = said - firstField;
        const codesAt = field * blockSlots;
        if (at === opened) codes[codesAt + slot] = value[i] as number;
        else if (codes[codesAt + slot] !== value[i]) {
          const bit = fieldBit(field);
          if ((bit & selectionBits) !== 0 || slot + 2 - firstSlot >= mostStretches) isOdd = true;
          else if ((bit & keyBits) !== 0 && !isOdd) {
            if (beganAt !== at) {
              changedAt[slot] = at - base;
              isAlone[slot] = before !== at && next !== at ? 1 : 0;
              slot = goOn(block, slot, { first: firstSlot, status: told, turns });
              beganAt = at;
            }
            codes[codesAt + slot] = value[i] as number;
          }
        }
      } else if (said !== says.nothing && i !== mute) {
        const symbol = symbolOf(said, value[i] as number);
        status = (status & (keep[symbol] as number)) | (set[symbol] as number);
      }
      if (status === told || next === at) continue;
      turnAt[turns] = at - base;
      turnStatus[turns] = status;
      const runs = running(status) & all;
      word[turns] = turnWord(slot, runs, (runs ^ running(told)) & courses);
      turns += 1;
      told = status;
    }
    const stops = stopped(told) & all;
    for (let key = 0; key < keys.length; key += 1) {
      if (codes[(keys[key] as number) * blockSlots + firstSlot] === 0) isOdd = true;
    }
    if (stops !== all && !isOdd) {
      if (i < end && happened[i] === until) isOdd = true;
      else if (!isOver(told, all)) changedAt[slot] = goesOnOpen;
    }
    if (isOdd) {
      if (stops !== all || at - base >= start) push(block.odd, record);
      slot = firstSlot;
      turns = firstTurn;
    } else {
      endStatus[slot] = told;
      slot += 1;
    }
  }
  turnFrom[slot] = turns;
  block.size = slot;
  block.turns = turns;
  return place;
}
