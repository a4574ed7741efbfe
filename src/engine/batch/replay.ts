import { type Block, blockRecords } from "./block.ts";
import { closePeriods } from "./judge-periods.ts";
import type { Run } from "./run.ts";
import { clear, turn } from "./scan.ts";

/** Reads the turns of a slot into the registers, as `scan` would its events: of a record whose row never changes. */
export function replay(run: Run, block: Block, slot: number): void {
  const { now, periods } = run;
  const { at, status, turnFrom, codes } = block;
  clear(now, 0);
  for (let field = 0; field < now.codes.length; field += 1) {
    now.codes[field] = codes[field * blockRecords + slot] as number;
  }
  now.period = block.period[slot] as number;
  const end = turnFrom[slot + 1] as number;
  let edge = periods.ends[now.period] as number;
  let told = -1;
  for (let i = turnFrom[slot] as number; i < end; i += 1) {
    const here = at[i] as number;
    if (here >= edge) edge = closePeriods(run, here);
    now.status = status[i] as number;
    turn(run, here, told);
    told = now.status;
  }
}
