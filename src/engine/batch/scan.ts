import { changeRow, together } from "./change-row.ts";
import { firstField, says } from "./columns.ts";
import { closePeriods, lookCloserFrom } from "./judge-periods.ts";
import { running, stopped, symbolOf } from "./moves.ts";
import { notCloser, periodAt, type Registers, type Run } from "./run.ts";
import { fieldBit } from "./selections.ts";
import { workedAt } from "./service-table.ts";

/**
 * Reads the events of a record from `first` to before `end` into the registers: one look-up moves the clocks of all
 * courses, and service seconds are asked for only where one of them begins or ceases to run. Events of one instant
 * give its last status.
 */
export function scan(run: Run, first: number, end: number): void {
  const { columns, plan, base, now } = run;
  const { happened, what, value } = columns;
  const { keep, set } = plan.moves;
  const { codes } = now;
  const opened = happened[first] as number;
  const mute = what[first] === says.answer ? first : -1;
  clear(now, codes.length);
  now.period = periodAt(run, opened - base);
  if (opened - base < (run.periods.starts[now.period] as number)) lookCloserFrom(run);
  let status = 0;
  let told = -1;
  let edge = run.periods.ends[now.period] as number;
  for (let i = first; i < end; i += 1) {
    const at = happened[i] as number;
    const said = what[i] as number;
    if (at - base >= edge) edge = closePeriods(run, at - base);
    if (said >= firstField) {
      const field = said - firstField;
      const code = value[i] as number;
      if (at === opened) codes[field] = code;
      else if (codes[field] !== code) {
        const isAlone = happened[i - 1] !== at && (i + 1 === end || happened[i + 1] !== at);
        now.changed |= fieldBit(field);
        changeRow(run, { field, code, at: isAlone ? at - base : together });
      }
    } else if (said !== says.nothing && i !== mute) {
      const symbol = symbolOf(said, value[i] as number);
      status = (status & (keep[symbol] as number)) | (set[symbol] as number);
    }
    if (status === told || (i + 1 < end && happened[i + 1] === at)) continue;
    now.status = status;
    turn(run, at - base, told);
    told = status;
  }
}

/** One by one, which is quicker than `fill` where there are few. */
function clear(now: Registers, fields: number): void {
  const { elapsed, codes, rank, closerFrom } = now;
  for (let i = 0; i < elapsed.length; i += 1) elapsed[i] = 0;
  for (let i = 0; i < fields; i += 1) codes[i] = 0;
  for (let i = 0; i < rank.length; i += 1) {
    rank[i] = 0;
    closerFrom[i] = notCloser;
  }
  now.changed = 0;
  now.status = 0;
}

/** Adds to the lanes of each course that ceases to run what its calendar shows, and takes it off where one begins. */
function turn({ plan, now }: Run, at: number, told: number): void {
  const { table, laneFrom, laneCalendar } = plan;
  const { elapsed, status } = now;
  const all = now.courses;
  const runs = running(status) & all;
  for (let left = runs ^ (running(told) & all); left !== 0; left &= left - 1) {
    const course = 31 - Math.clz32(left & -left);
    const sign = (runs << (31 - course)) >> 31;
    const end = laneFrom[course + 1] as number;
    for (let lane = laneFrom[course] as number; lane < end; lane += 1) {
      const seconds = workedAt(table, laneCalendar[lane] as number, at);
      elapsed[lane] = (elapsed[lane] as number) + (seconds ^ sign) - sign;
    }
  }
  for (let left = stopped(status) & ~stopped(told) & all; left !== 0; left &= left - 1) {
    const course = 31 - Math.clz32(left & -left);
    now.stoppedAt[course] = at;
  }
}
