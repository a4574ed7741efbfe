import { noBlock } from "./block.ts";
import { judgeBlock } from "./judge-block.ts";
import { type Case, judgePhases, noShown, type Shown, showRows } from "./judge-phases.ts";
import { noPhases, type Phases, phasesOf } from "./phases.ts";
import type { ClockClass } from "./plan.ts";
import { tellCells } from "./ranks.ts";
import { readBlock } from "./read-block.ts";
import { periodAt, type Run } from "./run.ts";
import { settleBlock } from "./settle-block.ts";

/** Room for the records whose life needs a closer look, kept from one to the next. */
interface Desk {
  readonly phases: Phases;
  shown: Shown;
  readonly until: number;
}

/** Judges the records of the columns in one reading for all levels, block by block, into the counters. */
export function judgeRecords(run: Run): void {
  const { columns, periods, base, counters, levels, plan, closer } = run;
  const until = (periods.ends.at(-1) as number) + base;
  const desk: Desk = { phases: noPhases(), shown: noShown(64), until };
  const block = noBlock(plan, columns.fields.length);
  for (let first = 0; first < columns.count; ) {
    first = readBlock(run, block, { first, until });
    settleBlock(run, block);
    judgeBlock(run, block);
    for (let i = 0; i < closer.length; i += 3) {
      const place = { record: closer[i] as number, period: closer[i + 2] as number };
      lookCloser(run, desk, { ...place, clock: plan.classes[closer[i + 1] as number] as ClockClass });
    }
    closer.length = 0;
    for (let i = 0; i < block.odd.count; i += 1) lookAtAll(run, desk, block.odd.all[i] as number);
  }
  tellCells(run.ranks, { counters, levels });
}

function lookAtAll(run: Run, desk: Desk, record: number): void {
  const { columns, base, plan } = run;
  const period = periodAt(run, (columns.happened[columns.offsets[record] as number] as number) - base);
  for (const clock of plan.classes) lookCloser(run, desk, { record, clock, period });
}

/** Judges a record by its phases, from a period on. */
function lookCloser(run: Run, desk: Desk, of: { record: number; clock: ClockClass; period: number }): void {
  const { happened, offsets } = run.columns;
  const { record, clock, period } = of;
  const { phases, until } = desk;
  const first = offsets[record] as number;
  let end = offsets[record + 1] as number;
  while (end > first && (happened[end - 1] as number) >= until) end -= 1;
  phasesOf(run, { first, end, course: clock.course, field: clock.field }, phases);
  phases.start[phases.count] = run.periods.ends.at(-1) as number;
  if (desk.shown.count < phases.count) desk.shown = noShown(phases.count * 2);
  const at: Case = { run, record, clock, phases, shown: desk.shown, period };
  showRows(at);
  for (let member = 0; member < clock.levels.length; member += 1) judgePhases(at, member);
}
