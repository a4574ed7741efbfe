import { noBlock } from "./block.ts";
import { judgeBlock } from "./judge-block.ts";
import { closeAll, lookCloserFrom } from "./judge-periods.ts";
import { type Case, judgePhases, noShown, type Shown, showRows } from "./judge-phases.ts";
import { stopped } from "./moves.ts";
import { noPhases, type Phases, phasesOf } from "./phases.ts";
import type { ClockClass } from "./plan.ts";
import { tellCells } from "./ranks.ts";
import { readBlock } from "./read-block.ts";
import { notCloser, type Run } from "./run.ts";
import { scan } from "./scan.ts";
import { settleBlock } from "./settle-block.ts";

/** Room for the records whose life needs a closer look, kept from one to the next. */
interface Desk {
  readonly phases: Phases;
  shown: Shown;
}

interface Place {
  readonly record: number;
  readonly first: number;
  readonly end: number;
}

/** Judges the records of the columns in one reading for all levels, block by block, into the counters. */
export function judgeRecords(run: Run): void {
  const { columns, periods, base, counters, levels } = run;
  const desk: Desk = { phases: noPhases(), shown: noShown(64) };
  const block = noBlock(run.plan, columns.fields.length);
  const until = (periods.ends.at(-1) as number) + base;
  for (let first = 0; first < columns.count; ) {
    readBlock(run, block, { first, until });
    settleBlock(run, block);
    judgeBlock(run, block);
    for (let slot = 0; slot < block.size; slot += 1) {
      const courses = block.unsettled[slot] as number;
      if (courses !== 0) judgeAlone(run, desk, { record: first + slot, courses, until });
    }
    first += block.size;
    if (block.size === 0) {
      judgeAlone(run, desk, { record: first, courses: (1 << run.plan.courses) - 1, until });
      first += 1;
    }
  }
  tellCells(run.ranks, { counters, levels });
}

/** Reads one record again, for the courses of which its block did not tell enough. */
function judgeAlone(run: Run, desk: Desk, of: { record: number; courses: number; until: number }): void {
  const { happened, offsets } = run.columns;
  const { record, courses, until } = of;
  const first = offsets[record] as number;
  const last = offsets[record + 1] as number;
  let end = last;
  while (end > first && (happened[end - 1] as number) >= until) end -= 1;
  if (end === first) return;
  run.now.courses = courses;
  scan(run, first, end);
  if (end < last && happened[end] === until) lookCloserFrom(run);
  closeAll(run);
  lookCloser(run, { record, first, end }, desk);
}

/** Judges clocks whose registers do not tell enough, by their phases, from the period in which that came about. */
function lookCloser(run: Run, place: Place, desk: Desk): void {
  const { plan, now, periods } = run;
  const stops = stopped(now.status);
  for (let index = 0; index < plan.classes.length; index += 1) {
    const period = now.closerFrom[index] as number;
    const clock = plan.classes[index] as ClockClass;
    if (period === notCloser || ((now.courses >>> clock.course) & 1) === 0) continue;
    const isStopped = ((stops >>> clock.course) & 1) === 1;
    if (isStopped && (now.stoppedAt[clock.course] as number) < (periods.starts[period] as number)) continue;
    judgeClass(run, { ...place, clock, period }, desk);
  }
}

function judgeClass(
  run: Run,
  { record, first, end, clock, period }: Place & { readonly clock: ClockClass; readonly period: number },
  desk: Desk,
): void {
  const { phases } = desk;
  phasesOf(run, { first, end, course: clock.course, field: clock.field }, phases);
  phases.start[phases.count] = run.periods.ends.at(-1) as number;
  if (desk.shown.count < phases.count) desk.shown = noShown(phases.count * 2);
  const of: Case = { run, record, clock, phases, shown: desk.shown, period };
  showRows(of);
  for (let member = 0; member < clock.levels.length; member += 1) judgePhases(of, member);
}
