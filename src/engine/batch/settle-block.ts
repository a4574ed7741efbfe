import { type Block, blockSlots, push } from "./block.ts";
import { stopped } from "./moves.ts";
import type { Run } from "./run.ts";

/**
 * Tells of each slot which courses it tells wholly and which in part. A course is told wholly by the first slot of a
 * record where it stands stopped for good at its end.
 */
export function settleBlock(run: Run, block: Block): void {
  const { whole, part, chained, goesOn, selected, endStatus, final, courses, size } = block;
  const all = (1 << run.plan.courses) - 1;
  chained.count = 0;
  for (let first = 0, next = 0; first < size; first = next) {
    next = first + 1;
    const stops = stopped(endStatus[first] as number) & all;
    const isWhole = stops === all && (next === size || goesOn[next] === 0);
    const selection = selectedIn(run, block, first);
    selected[first] = selection;
    whole[first] = selection === 0 ? 0 : stops & (courses[first] as number);
    part[first] = 0;
    if (isWhole) continue;
    for (; next < size && goesOn[next] === 1; next += 1) {
      selected[next] = selection;
      whole[next] = 0;
      part[next] = 0;
    }
    if (selection === 0) continue;
    for (let slot = first; slot < next; slot += 1) push(chained, slot);
    tellFinal(block, { first, next });
    tellParts(block, { first, next });
    whole[first] = (final[first] as number) & (courses[first] as number);
  }
}

function selectedIn({ plan, columns }: Run, { codes }: Block, slot: number): number {
  const { fields, left } = plan.selections;
  const values = columns.values.length;
  let selected = -1 >>> 1;
  for (let i = 0; i < fields.length; i += 1) {
    selected &= left[i * values + (codes[(fields[i] as number) * blockSlots + slot] as number)] as number;
  }
  return selected;
}

/** A record's slots from `first` to before `next`. */
interface Chain {
  readonly first: number;
  readonly next: number;
}

/**
 * A course is to be judged at the end of a period unless it stood stopped before and did not go on in it; at a change
 * of row always, unless it stands stopped for good.
 */
function tellParts(block: Block, { first, next }: Chain): void {
  const { turnFrom, status, period, part, final, endStatus, changedAt } = block;
  const asked = block.courses[first] as number;
  let before = -1;
  let began = 0;
  let told = final[first] as number;
  for (let slot = first; slot < next; slot += 1) {
    if (slot > first && period[slot] !== period[slot - 1]) began = 0;
    const last = turnFrom[slot + 1] as number;
    for (let turn = turnFrom[slot] as number; turn < last; turn += 1) {
      began |= stopped(status[turn] as number) & ~stopped(before);
      before = status[turn] as number;
    }
    const isChange = (changedAt[slot] as number) >= 0;
    part[slot] = asked & ~told & (isChange ? -1 : ~stopped(endStatus[slot] as number) | began);
    told |= final[slot] as number;
  }
}

/** A course stands stopped for good at the end of a slot where no later turn lets it go on. */
function tellFinal({ turnFrom, status, final, endStatus }: Block, { first, next }: Chain): void {
  let stays = -1;
  for (let slot = next - 1; slot >= first; slot -= 1) {
    final[slot] = stays & stopped(endStatus[slot] as number);
    const from = turnFrom[slot] as number;
    for (let turn = (turnFrom[slot + 1] as number) - 1; turn >= from; turn -= 1)
      stays &= stopped(status[turn] as number);
  }
}
