import { type Block, blockRecords } from "./block.ts";
import { stopped } from "./moves.ts";
import { periodAt, type Run } from "./run.ts";

/**
 * Tells of each record for which courses a block says enough: those whose clock began and stopped within one period
 * under one row, in a record with one selection. Nothing is to be told where all stopped before the first period.
 */
export function settleBlock(run: Run, block: Block): void {
  const { starts, ends } = run.periods;
  const { opened, last, period, selected, unsettled, changedAtLast, turnFrom, status } = block;
  const { selections, keys, courses } = run.plan;
  const all = (1 << courses) - 1;
  const until = ends.at(-1) as number;
  for (let slot = 0; slot < block.size; slot += 1) {
    const at = opened[slot] as number;
    unsettled[slot] = 0;
    selected[slot] = 0;
    if (at >= until) continue;
    const here = periodAt(run, at);
    period[slot] = here;
    const changed = changedAtLast[slot] as number;
    const stops = stopped(status[(turnFrom[slot + 1] as number) - 1] as number) & all;
    if (stops === all && (last[slot] as number) < (starts[here] as number)) continue;
    if (at < (starts[here] as number) || (changed & selections.bits) !== 0 || !hasKeys(run, block, slot)) {
      unsettled[slot] = all;
      continue;
    }
    selected[slot] = selectedIn(run, block, slot);
    const isWhole = stops === all && (changed & keys.bits) === 0 && (last[slot] as number) < (ends[here] as number);
    unsettled[slot] = isWhole ? 0 : all & ~settledOf(run, block, slot);
  }
}

/** Bits of the courses that stopped for good in the period in which the record began, before its row changed. */
function settledOf({ plan, periods }: Run, { at, status, changed, turnFrom, period }: Block, slot: number): number {
  const all = (1 << plan.courses) - 1;
  const end = periods.ends[period[slot] as number] as number;
  let settled = 0;
  let before = -1;
  for (let turn = turnFrom[slot] as number; turn < (turnFrom[slot + 1] as number); turn += 1) {
    const now = stopped(status[turn] as number) & all;
    const began = now & ~stopped(before);
    const isSure = (at[turn] as number) < end && ((changed[turn] as number) & plan.keys.bits) === 0;
    settled = (settled & now & ~began) | (isSure ? began : 0);
    before = status[turn] as number;
  }
  return settled;
}

/** False where a field that picks rows is empty: whether it is set later is for the phases to tell. */
function hasKeys({ plan }: Run, { codes }: Block, slot: number): boolean {
  const { fields } = plan.keys;
  for (let i = 0; i < fields.length; i += 1) {
    if (codes[(fields[i] as number) * blockRecords + slot] === 0) return false;
  }
  return true;
}

function selectedIn({ plan, columns }: Run, { codes }: Block, slot: number): number {
  const { fields, left } = plan.selections;
  const values = columns.values.length;
  let selected = -1 >>> 1;
  for (let i = 0; i < fields.length; i += 1) {
    selected &= left[i * values + (codes[(fields[i] as number) * blockRecords + slot] as number)] as number;
  }
  return selected;
}
